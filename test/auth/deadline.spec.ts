import { someLimits } from '@app/testing';
import { withinRequest } from '../../libs/auth/src/common/deadline.js';

const NEVER = new Promise<never>(() => undefined);

describe('What a request waits for before it is known who asks', () => {
  it('is given to it when it comes in time', async () => {
    expect(await withinRequest(Promise.resolve('a key'), { limits: someLimits() }, 'keys_unavailable')).toBe('a key');
  });

  it('is given up at the deadline that began with the arrival of the request', async () => {
    const limits = someLimits({ deadline: Date.now() + 20 });
    await expect(withinRequest(NEVER, { limits }, 'keys_unavailable')).rejects.toMatchObject({
      reason: 'keys_unavailable',
      details: { retryAfter: 5 },
    });
  });

  it('is given up when the client goes away, also before it began to wait', async () => {
    const client = new AbortController();
    const waiting = withinRequest(NEVER, { limits: someLimits({ signal: client.signal }) }, 'graph_unavailable');
    client.abort();
    await expect(waiting).rejects.toMatchObject({ reason: 'graph_unavailable' });
    const late = withinRequest(NEVER, { limits: someLimits({ signal: client.signal }) }, 'graph_unavailable');
    await expect(late).rejects.toMatchObject({ reason: 'graph_unavailable' });
  });

  it('fails as it fails by itself', async () => {
    const work = Promise.reject(new Error('its own'));
    await expect(withinRequest(work, { limits: someLimits() }, 'keys_unavailable')).rejects.toThrow('its own');
  });
});
