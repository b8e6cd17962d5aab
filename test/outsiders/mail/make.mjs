// `node test/outsiders/mail/make.mjs`: makes the files beside it anew with the programs that people send mail with. It
// installs what it needs in a folder of its own, and wants Python, mpack, swaks and openssl on the PATH.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NPM = ['nodemailer@10.6.1', 'mimetext@3.0.28'];
const here = fileURLToPath(new URL('.', import.meta.url));
const files = join(here, 'files');
const folder = mkdtempSync(join(tmpdir(), 'outsiders-'));

try {
  cpSync(join(here, 'producers'), folder, { recursive: true });
  rmSync(files, { recursive: true, force: true });
  mkdirSync(files, { recursive: true });
  run('npm', 'init', '-y');
  run('npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', ...NPM);
  run('node', 'javascript.mjs', files);
  run('python3', 'python.py', files);
  mpack();
  swaks();
  seal();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The name of the machine is no part of the example. */
function mpack() {
  writeFileSync(join(folder, 'words.txt'), 'Grüße');
  run('mpack', '-s', 'Grüße', '-d', 'words.txt', '-o', 'mpack.eml', 'words.txt');
  const message = readFileSync(join(folder, 'mpack.eml'), 'latin1');
  writeFileSync(join(files, 'mpack.eml'), message.replace(/^Message-ID: .*$/m, 'Message-ID: <four@example>'), 'latin1');
}

function swaks() {
  const people = ['--from', 'ben@fernglas.example', '--to', 'anna@fernglas.example'];
  const head = ['Subject: Grüße', 'Date: Mon, 4 May 2026 09:12:00 +0200', 'Message-Id: <two@fernglas.example>'];
  const words = ['--body', 'Grüße von der Kommandozeile', '--attach', '@words.txt'];
  const message = run('swaks', ...people, ...head.flatMap((line) => ['--header', line]), ...words, '--dump-mail');
  writeFileSync(join(files, 'swaks.eml'), message);
}

function seal() {
  writeFileSync(join(folder, 'plain.txt'), 'Content-Type: text/plain; charset=utf-8\r\n\r\nGrüße, signiert\r\n');
  const named = ['-subj', '/CN=Anna', '-days', '30', '-keyout', 'key.pem', '-out', 'cert.pem'];
  run('openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...named);
  const head = ['-from', 'anna@fernglas.example', '-in', 'plain.txt'];
  const signed = ['-signer', 'cert.pem', '-inkey', 'key.pem'];
  run('openssl', 'smime', '-sign', ...signed, ...head, '-subject', 'Signed', '-out', join(files, 'openssl-signed.eml'));
  const sealed = ['-subject', 'Encrypted', '-out', join(files, 'openssl-encrypted.eml'), 'cert.pem'];
  run('openssl', 'smime', '-encrypt', '-aes256', ...head, ...sealed);
}

function run(program, ...args) {
  const { status, stdout } = spawnSync(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  if (status !== 0) throw new Error(`"${program} ${args.join(' ')}" failed.`);
  return stdout;
}
