import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import forge from 'node-forge';
import { generate } from 'selfsigned';
import { temporaryFolder } from '../../support/temporary-folder.js';

export interface TestCertificate {
  readonly certificate: string;
  readonly privateKey: string;
  readonly files: { readonly certificateFile: string; readonly privateKeyFile: string };
}

/** A new certificate in PEM files of its own folder, or in the folder given. */
export async function aCertificate(folder = temporaryFolder()): Promise<TestCertificate> {
  const name = [{ name: 'commonName', value: 'behalf' }];
  const { cert: certificate, private: privateKey } = await generate(name, { keySize: 2048, algorithm: 'sha256' });
  return savedIn(folder, { certificate, privateKey });
}

/** The same certificate in files of a folder of its own. */
export function copyOf(made: TestCertificate): TestCertificate {
  return savedIn(temporaryFolder(), made);
}

function savedIn(
  folder: string,
  { certificate, privateKey }: Pick<TestCertificate, 'certificate' | 'privateKey'>,
): TestCertificate {
  const files = { certificateFile: join(folder, 'certificate.pem'), privateKeyFile: join(folder, 'key.pem') };
  writeFileSync(files.certificateFile, certificate);
  writeFileSync(files.privateKeyFile, privateKey);
  return { certificate, privateKey, files };
}

/** The same as one PFX file. */
export function asPfx({ certificate, privateKey, files }: TestCertificate, password: string): string {
  const [key, cert] = [forge.pki.privateKeyFromPem(privateKey), forge.pki.certificateFromPem(certificate)];
  const file = files.certificateFile.replace('.pem', '.pfx');
  const der = forge.asn1.toDer(forge.pkcs12.toPkcs12Asn1(key, [cert], password)).getBytes();
  writeFileSync(file, Buffer.from(der, 'binary'));
  return file;
}
