import { TokenHealth } from '@app/auth';
import { readFileSync } from 'node:fs';
import { generate } from 'selfsigned';
import { clientCredential } from '../../libs/auth/src/obo/client-credential.js';
import { anExchange, granted } from './support/exchange.js';
import { authConfig, FakeClock, type Gate, startGate } from './support/gate.js';
import { TinyEntra } from './support/tiny-entra.js';

const certificate = await generate([{ name: 'commonName', value: 'behalf' }], { keySize: 2048, algorithm: 'sha256' });
const pems = { kind: 'certificate', certificate: certificate.cert, privateKey: certificate.private } as const;

describe('the health of tokens', () => {
  let entra: TinyEntra;
  let gate: Gate | undefined;

  beforeEach(async () => {
    entra = await new TinyEntra().start();
  });
  afterEach(async () => {
    await gate?.close();
    await entra.close();
  });

  const check = async (overrides = {}, clock = new FakeClock()) => {
    gate = await startGate(authConfig(entra.origin, overrides), clock);
    return gate.app.get(TokenHealth).check();
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
    expect(await check({ credential: pems }, clock)).toMatchObject({ credential: 'unusable' });
  });

  it('needs neither in passthrough mode, and says what that mode is worth', async () => {
    entra.down = true;
    const report = await check({ tokenMode: 'passthrough' });
    expect(report).toMatchObject({ tokenMode: 'passthrough', jwks: 'ok', credential: 'ok' });
    expect(report.warning).toContain('only Graph verifies the tokens');
  });
});

describe('a certificate as credential', () => {
  it('signs a client assertion instead of sending a secret', async () => {
    const entra = await new TinyEntra().start();
    let form = new URLSearchParams();
    entra.onToken = (sent) => granted((form = sent));
    await anExchange(entra, { credential: pems }).ask('assertion');
    await entra.close();
    const [header = ''] = (form.get('client_assertion') ?? '').split('.');
    expect(form.get('client_secret')).toBeNull();
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({ alg: 'PS256' });
  });

  it('is refused at start, and its text not shown, when it is not PEM or does not match its key', () => {
    const otherKey = readFileSync('.behalf/tls/key.pem', 'utf8');
    expect(() => clientCredential({ ...pems, certificate: 'nonsense' })).toThrow(
      'The certificate of the client credential is not readable PEM.',
    );
    expect(() => clientCredential({ ...pems, privateKey: 'nonsense' })).toThrow(
      'The private key of the client credential is not readable PEM.',
    );
    expect(() => clientCredential({ ...pems, privateKey: otherKey })).toThrow(
      'The private key does not belong to the certificate.',
    );
  });
});
