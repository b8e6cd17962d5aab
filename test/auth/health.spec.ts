import { TokenHealth } from '@app/auth';
import { aCertificate } from './support/certificate.js';
import { authConfig, FakeClock, startProtectedResource } from './support/protected-resource.js';
import { TinyEntra } from './support/tiny-entra.js';
import { keptOpen } from '../support/keep-open.js';

describe('the health of tokens', () => {
  let entra: TinyEntra;

  const keep = keptOpen(afterEach);
  beforeEach(async () => {
    entra = await keep(new TinyEntra().start());
  });

  const check = async (overrides = {}, clock = new FakeClock()) => {
    const protectedResource = await keep(startProtectedResource(authConfig(entra.origin, overrides), clock));
    return protectedResource.app.get(TokenHealth).check();
  };

  it('is good when the keys can be read', async () => {
    expect(await check()).toEqual({ tokenMode: 'obo', jwks: 'ok', credential: 'ok' });
  });

  it('is bad when no keys are known and Entra is down', async () => {
    entra.down = true;
    expect(await check()).toMatchObject({ jwks: 'unavailable' });
  });

  it('knows an expired certificate before Entra refuses it', async () => {
    const clock = new FakeClock();
    clock.pass(10 * 366 * 86_400_000);
    const { files } = await aCertificate();
    expect(await check({ credential: { kind: 'certificate', ...files } }, clock)).toMatchObject({
      credential: 'unusable',
    });
  });

  it('warns of a client secret in production, and only there', async () => {
    expect((await check()).warning).toBeUndefined();
    expect((await check({ production: true })).warning).toContain('client secret');
    const credential = { kind: 'managed-identity' };
    expect((await check({ production: true, credential })).warning).toBeUndefined();
  });

  it('needs neither in passthrough mode, and says what that mode is worth', async () => {
    entra.down = true;
    const report = await check({ tokenMode: 'passthrough' });
    expect(report).toMatchObject({ tokenMode: 'passthrough', jwks: 'ok', credential: 'ok' });
    expect(report.warning).toContain('only Graph verifies the tokens');
  });
});
