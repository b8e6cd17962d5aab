/** Redis did not do what it was asked, or not in time. Whether it did it later is not known. */
export class RedisUnavailable extends Error {
  override readonly name = 'RedisUnavailable';

  constructor(cause?: unknown) {
    super('Redis cannot be used at the moment.', { cause });
  }
}
