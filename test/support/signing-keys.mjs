// Makes the keys that all local tenants of a test run sign with: making them for each tenant took a third of a second each time.
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';

const FILE = '.behalf/test/signing-keys.json';

export default function makeSigningKeys() {
  const names = ['current', 'next', 'unpublished', 'foreign'];
  const keys = Object.fromEntries(names.map((name) => [name, privateKey()]));
  mkdirSync('.behalf/test', { recursive: true });
  writeFileSync(FILE, JSON.stringify(keys), { mode: 0o600 });
}

function privateKey() {
  const pem = { type: 'pkcs8', format: 'pem' };
  const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: pem });
  return key;
}
