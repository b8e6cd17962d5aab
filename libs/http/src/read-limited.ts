/** An answer is larger than what is read of one. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';

  /** @param maxBytes undefined where all answers together are too large that are being read at this moment */
  constructor(readonly maxBytes?: number) {
    super(maxBytes === undefined ? 'Too much is being read.' : `The answer has more than ${maxBytes} bytes.`);
  }
}

/** Of all answers that are being read in this process at the same time; small ones are read all the same. */
const MAX_BYTES_TOGETHER = 96 * 1024 * 1024;
const SMALL_BYTES = 1024 * 1024;
let together = 0;
const UTF_8 = new TextDecoder();

/**
 * The body of an answer, read up to a limit; beyond it nothing more is read.
 * @throws TooLarge, and what broke the connection
 */
export async function readBytes(response: Response, maxBytes: number): Promise<Buffer<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    if (Number(response.headers.get('content-length')) > maxBytes) await tooLarge(response, maxBytes);
    for await (const part of response.body ?? []) {
      size += part.byteLength;
      together += part.byteLength;
      if (size > maxBytes) throw new TooLarge(maxBytes);
      if (size > SMALL_BYTES && together > MAX_BYTES_TOGETHER) throw new TooLarge();
      parts.push(part);
    }
    return Buffer.concat(parts, size);
  } finally {
    together -= size;
  }
}

/** The same as text in UTF-8. */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  return UTF_8.decode(await readBytes(response, maxBytes));
}

async function tooLarge(response: Response, maxBytes: number): Promise<never> {
  await response.body?.cancel();
  throw new TooLarge(maxBytes);
}
