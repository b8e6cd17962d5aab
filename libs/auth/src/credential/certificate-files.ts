import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import forge from 'node-forge';

export interface CertificateFiles {
  /** PEM or PFX. */
  readonly certificateFile: string;
  /** PEM; absent where the certificate's file holds the key too. */
  readonly privateKeyFile?: string;
  /** Of the PFX or the encrypted key. */
  readonly password?: string;
}

/** A certificate with its key, proven to belong together. */
export interface CertificatePair {
  readonly x509: X509Certificate;
  readonly privateKey: string;
}

/** @throws Error saying which part cannot be used, without its content */
export function readCertificate({ certificateFile, privateKeyFile, password }: CertificateFiles): CertificatePair {
  const file = read('certificate file', () => readFileSync(certificateFile));
  if (!file.includes('-----BEGIN')) return readPfx(file, password);
  const keyPem = privateKeyFile === undefined ? file : read('key file', () => readFileSync(privateKeyFile));
  const x509 = read('certificate', () => new X509Certificate(file));
  return pair(
    [x509],
    read('private key', () => createPrivateKey({ key: keyPem, passphrase: password })),
  );
}

/** Node reads PKCS #12 for TLS only and does not give the key out. */
function readPfx(file: Buffer, password = ''): CertificatePair {
  const { certs, key } = read('PFX file (or its password)', () => bagsOf(file, password));
  return pair(
    certs.map((pem) => new X509Certificate(pem)),
    createPrivateKey(key),
  );
}

function bagsOf(file: Buffer, password: string): { readonly certs: string[]; readonly key: string } {
  const { certBag, pkcs8ShroudedKeyBag } = forge.pki.oids;
  const pfx = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(file.toString('binary')), password);
  const certs = (pfx.getBags({ bagType: certBag })[certBag ?? ''] ?? []).flatMap(({ cert }) => cert ?? []);
  const key = pfx.getBags({ bagType: pkcs8ShroudedKeyBag })[pkcs8ShroudedKeyBag ?? '']?.[0]?.key;
  if (!key) throw new Error('no key');
  return { certs: certs.map((cert) => forge.pki.certificateToPem(cert)), key: forge.pki.privateKeyToPem(key) };
}

/** A file may hold the chain too: ours is the certificate that the key belongs to. */
function pair(certificates: readonly X509Certificate[], key: KeyObject): CertificatePair {
  const x509 = certificates.find((certificate) => certificate.checkPrivateKey(key));
  if (!x509) throw new Error('The private key does not belong to the certificate.');
  return { x509, privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

function read<Result>(what: string, parse: () => Result): Result {
  try {
    return parse();
  } catch (cause) {
    throw new Error(`The ${what} of the client credential is not readable.`, { cause });
  }
}
