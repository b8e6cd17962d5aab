// Makes the keys that all local tenants of the tests sign with: making them for each tenant took a third of a second each time.
import { generateKeyPair } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const FILE = '.behalf/test/signing-keys.json';
const generate = promisify(generateKeyPair);

export default async function makeSigningKeys() {
  if (existsSync(FILE)) return;
  const names = ['current', 'next', 'unpublished', 'foreign'];
  const keys = await Promise.all(names.map(async (name) => [name, await privateKey()]));
  await mkdir('.behalf/test', { recursive: true });
  await writeFile(FILE, JSON.stringify(Object.fromEntries(keys)), { mode: 0o600 });
}

async function privateKey() {
  const { privateKey: key } = await generate('rsa', { modulusLength: 2048 });
  return key.export({ type: 'pkcs8', format: 'pem' });
}
