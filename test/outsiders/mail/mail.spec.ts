import { readFile } from 'node:fs/promises';
import { read } from '../../documents/support/read.js';

/** What `make.mjs` had other programs write. */
const file = async (name: string) => ({ name, content: await readFile(new URL(`./files/${name}`, import.meta.url)) });

const PYTHON = [
  'Subject: Grüße an alle 🔭',
  'From: Müller, Jürgen <juergen@elsewhere.example>',
  'To: undisclosed-recipients: ',
  'Attachments: Übersicht – Größe.pdf; message/rfc822',
  '',
  `Eine Zeile, die so lang ist, dass sie umgebrochen wird: ${'ä'.repeat(60)}`,
  '.',
  'From here',
  '',
  'Attached message',
  '',
  'Subject: Inner',
  '',
  'Inner words',
];
const SEALED = ['The message is encrypted, signed as a whole or protected: its body cannot be read here.'];

it.each<[name: string, lines: readonly string[], notes: readonly string[] | undefined]>([
  ['python.eml', PYTHON, undefined],
  ['python-utf8.eml', PYTHON, undefined],
  ['python-japanese.eml', ['Subject: こんにちは', '', 'こんにちは、世界'], undefined],
  [
    'python-bounce.eml',
    [
      'Subject: Undelivered Mail Returned to Sender',
      'From: Mail Delivery System <MAILER-DAEMON@elsewhere.example>',
      'Attachments: message/delivery-status; text/rfc822-headers',
      ...['', 'Your message was not delivered.', '', 'message/delivery-status'],
      ...['Reporting-MTA: dns; mx.elsewhere.example', ''],
      ...['Action: failed', 'Diagnostic-Code: smtp; 550 no such user', ''],
      ...['text/rfc822-headers', 'Subject: Offer', 'To: nobody@elsewhere.example'],
    ],
    undefined,
  ],
  [
    'nodemailer.eml',
    [
      'Subject: Grüße: ein Angebot, dessen langer Betreff in mehreren Teilen geschrieben wird 🔭🔭',
      'From: Jürgen 🔭 <juergen@elsewhere.example>',
      'Sender: office@elsewhere.example',
      'To: Ännä <anna@fernglas.example>; Team, All <team@fernglas.example>',
      'Cc: Crew: ben@fernglas.example, eva@fernglas.example',
      'Date: 2026-05-04T07:12:00.000Z',
      'Attachments: pic.png; text/calendar; 見積書二〇二六年五月分の長い名前改訂版.docx; Inner.eml; invite.ics',
      ...['', 'Hallo – 10 €', '', 'text/calendar', 'Method: REQUEST', ''],
      ...['Attached message', ''],
      ...['Subject: Inner', 'From: i@elsewhere.example', '', 'Inner words'],
    ],
    undefined,
  ],
  [
    'mimetext.eml',
    [
      ...['Subject: Grüße 🔭', 'From: Jürgen <juergen@elsewhere.example>', 'To: anna@fernglas.example'],
      ...['Date: 2026-05-04T07:12:00.000Z', 'Attachments: Größe.txt', '', 'Grüße', '🔭'],
    ],
    undefined,
  ],
  ['mpack.eml', ['Subject: Grüße', 'Attachments: words.txt', '', 'Grüße'], undefined],
  [
    'swaks.eml',
    [
      ...['Subject: Grüße', 'From: ben@fernglas.example', 'To: anna@fernglas.example'],
      ...['Date: 2026-05-04T07:12:00.000Z', 'Attachments: @words.txt', '', 'Grüße von der Kommandozeile'],
    ],
    undefined,
  ],
  [
    'openssl-signed.eml',
    ['Subject: Signed', 'From: anna@fernglas.example', 'Attachments: smime.p7s', '', 'Grüße, signiert'],
    undefined,
  ],
  ['openssl-encrypted.eml', ['Subject: Encrypted', 'From: anna@fernglas.example', 'Attachments: smime.p7m'], SEALED],
])('%s is read as it was meant', async (name, lines, notes) => {
  const { text, notes: said } = await read(await file(name));
  expect(text.split('\n')).toEqual(lines);
  expect(said).toEqual(notes);
});
