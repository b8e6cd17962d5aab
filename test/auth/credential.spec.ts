import { readCertificate } from '@app/auth';
import { copyFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { CertificateCredential } from '../../libs/auth/src/credential/certificate-credential.js';
import { aCertificate, asPfx, copyOf, type TestCertificate } from './support/certificate.js';
import { anExchange, granted } from './support/exchange.js';
import { FakeClock } from './support/protected-resource.js';
import { TinyEntra } from './support/tiny-entra.js';

const MINUTE = 60_000;

let made: TestCertificate;
let ours: TestCertificate;
beforeAll(async () => {
  made = await aCertificate();
});
beforeEach(() => {
  ours = copyOf(made);
});

function thumbprintOf(credential: CertificateCredential): string | undefined {
  return credential.msalOptions().clientCertificate?.thumbprintSha256;
}

describe('a certificate as credential', () => {
  it('signs a client assertion instead of sending a secret', async () => {
    const entra = await new TinyEntra().start();
    let form = new URLSearchParams();
    entra.onToken = (sent) => granted((form = sent));
    await anExchange(entra, { credential: { kind: 'certificate', ...ours.files } }).ask('assertion');
    await entra.close();
    const [header = ''] = (form.get('client_assertion') ?? '').split('.');
    expect(form.get('client_secret')).toBeNull();
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({ alg: 'PS256' });
  });

  it('is read from PFX as from PEM', () => {
    const fromPem = readCertificate(ours.files);
    const fromPfx = readCertificate({ certificateFile: asPfx(ours, 'opens it'), password: 'opens it' });
    expect(fromPfx.x509.fingerprint256).toBe(fromPem.x509.fingerprint256);
    expect(fromPfx.privateKey).toBe(fromPem.privateKey);
  });

  it.each([
    ['a missing file', () => ({ certificateFile: '/nowhere/certificate.pem' }), 'The certificate file of'],
    [
      'a PFX with another password',
      () => ({ certificateFile: asPfx(ours, 'a'), password: 'b' }),
      'The PFX file (or its password) of',
    ],
    ['a certificate without its key', () => ({ certificateFile: ours.files.certificateFile }), 'The private key of'],
    [
      'the key of another',
      () => ({ ...ours.files, privateKeyFile: '.behalf/tls/key.pem' }),
      'The private key does not belong',
    ],
  ])('is refused at start when it is %s, and its text not shown', (_what, files, message) => {
    expect(() => readCertificate(files())).toThrow(message);
    expect(() => readCertificate(files())).not.toThrow(/BEGIN|MII/);
  });

  it('is read again when its file changed, a minute later at most, without a restart', async () => {
    const clock = new FakeClock();
    const credential = new CertificateCredential(ours.files, clock);
    const before = thumbprintOf(credential);
    await replaceBy(await aCertificate());
    expect(thumbprintOf(credential)).toBe(before);
    clock.pass(MINUTE);
    expect(thumbprintOf(credential)).toBe(readCertificate(ours.files).x509.fingerprint256.replaceAll(':', ''));
    expect(thumbprintOf(credential)).not.toBe(before);
  });

  it('stays in use when the new file is broken, and says so', () => {
    const clock = new FakeClock();
    const credential = new CertificateCredential(ours.files, clock);
    const before = credential.msalOptions();
    writeFileSync(ours.files.certificateFile, '-----BEGIN CERTIFICATE----- half of it');
    touch(ours.files.certificateFile);
    clock.pass(MINUTE);
    expect(credential.msalOptions()).toBe(before);
    expect(credential.problem()).toContain('not readable');
  });
});

async function replaceBy({ files }: TestCertificate): Promise<void> {
  expect(dirname(files.certificateFile)).not.toBe(dirname(ours.files.certificateFile));
  copyFileSync(files.privateKeyFile, ours.files.privateKeyFile);
  copyFileSync(files.certificateFile, ours.files.certificateFile);
  touch(ours.files.certificateFile);
}

/** Makes the change visible on file systems that keep coarse times. */
function touch(file: string): void {
  utimesSync(file, new Date(), new Date(Date.now() + 5_000));
}
