import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The local tenant's TLS identity: a CA and a server certificate for loopback, made at first use and kept in
 * `.behalf/tls` (git-ignored). Made anew when today is not within its validity, or less than a day of it is left.
 *
 * @param {string} [folder]
 * @param {string[]} [names] that the server goes by on loopback
 * @returns {Promise<{ caFile: string, certFile: string, keyFile: string }>} absolute paths of PEM files
 */
export async function ensureLocalCertificate(folder = resolve('.behalf', 'tls'), names = ['localhost']) {
  const files = {
    caFile: join(folder, 'ca.pem'),
    certFile: join(folder, 'server.pem'),
    keyFile: join(folder, 'key.pem'),
  };
  if (!(await isUsable(files.certFile))) await issue(folder, files, names);
  return files;
}

async function isUsable(certFile) {
  const pem = await readFile(certFile).catch(() => undefined);
  if (pem === undefined) return false;
  const { validFrom, validTo } = new X509Certificate(pem);
  return Date.parse(validFrom) <= Date.now() && Date.parse(validTo) > Date.now() + DAY_MS;
}

async function issue(folder, { caFile, certFile, keyFile }, names) {
  // Two authorities of one name would be taken for each other by whoever trusts both.
  const authority = `Behalf local tenant CA (${names.join(', ')})`;
  const ca = await generate([{ name: 'commonName', value: authority }], {
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: inDays(-1),
    notAfterDate: inDays(365),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const server = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: inDays(-1),
    notAfterDate: inDays(365),
    ca: { key: ca.private, cert: ca.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [...names.map((value) => ({ type: 2, value })), { type: 7, ip: '127.0.0.1' }, { type: 7, ip: '::1' }],
      },
    ],
  });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(keyFile, server.private, { mode: 0o600 });
  await chmod(keyFile, 0o600);
  await writeFile(caFile, ca.cert);
  await writeFile(certFile, server.cert);
}

/** Makes this person's browsers trust the authority; Chromium on Linux has a store of its own (libnss3-tools). */
export function trustCommand(caFile, platform = process.platform) {
  if (platform === 'darwin')
    return `security add-trusted-cert -r trustRoot -k ~/Library/Keychains/login.keychain-db "${caFile}"`;
  if (platform === 'win32') return `certutil -user -addstore Root "${caFile}"`;
  return `mkdir -p ~/.pki/nssdb && certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n behalf-local -i "${caFile}"`;
}

function inDays(days) {
  return new Date(Date.now() + days * DAY_MS);
}
