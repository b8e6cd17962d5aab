import { networkFailure } from '../../libs/auth/src/common/network-failure.js';

describe('why there was no answer', () => {
  it.each([
    [
      'a code',
      new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) }),
      'fetch failed: ECONNREFUSED',
    ],
    ['a message', new TypeError('fetch failed', { cause: new Error('bad port') }), 'fetch failed: bad port'],
    ['nothing', undefined, 'unknown'],
  ])('is told from %s', (_name, error, failure) => {
    expect(networkFailure(error)).toBe(failure);
  });
});
