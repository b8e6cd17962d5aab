import { type AttackTable, each } from '../support/attack.js';
import type { Forge } from '../support/forge.js';
import { badToken } from '../support/request.js';

/** Key ids that a careless lookup would turn into a file, a query, a URL or a member of every object. */
const KIDS: readonly string[] = [
  ...[
    '',
    ' ',
    '0',
    'null',
    'undefined',
    '*',
    '../../../../dev/null',
    '/etc/passwd',
    'file:///dev/null',
    '..\\..\\keys',
  ],
  ...[
    "x' UNION SELECT 'key' -- ",
    "' OR '1'='1",
    '$(id)',
    '`id`',
    '{"$ne":null}',
    '%2e%2e%2f',
    'a\u0000b',
    'a\r\nX: 1',
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'https://localhost/keys', 'ключ'],
];

const ODD_KIDS: Readonly<Record<string, (forge: Forge) => unknown>> = {
  'kid absent': () => undefined,
  'kid null': () => null,
  'kid a number': () => 0,
  'kid true': () => true,
  'kid a list with the right one': ({ kid }) => [kid],
  'kid a list in a list': ({ kid }) => [[kid]],
  'kid an object with the right one': ({ kid }) => ({ kid }),
  'kid an object that prints as the right one': ({ kid }) => ({ toString: kid }),
};

const NEAR_KIDS: Readonly<Record<string, (kid: string) => string>> = {
  'the right kid and a blank': (kid) => `${kid} `,
  'a blank and the right kid': (kid) => ` ${kid}`,
  'the right kid in other case': swapCase,
  'the right kid without its end': (kid) => kid.slice(0, -1),
  'the right kid twice': (kid) => `${kid}${kid}`,
  'the right kid and NUL': (kid) => `${kid}\u0000`,
  'the right kid and a query': (kid) => `${kid}?x=1`,
  'a kid of 8,000 characters': () => 'k'.repeat(8_000),
};

export const keyIds: AttackTable = {
  name: 'key ids',
  attacks: [
    ...KIDS.map((kid) => ({
      name: `kid ${JSON.stringify(kid)}`,
      ...badToken((forge) => forge.strangers({ kid }), 'unknown_key'),
    })),
    ...each(NEAR_KIDS, (change) => badToken((forge) => forge.strangers({ kid: change(forge.kid) }), 'unknown_key')),
    ...each(ODD_KIDS, (kid) => badToken((forge) => forge.token({}, { kid: kid(forge) }), 'token_malformed')),
  ],
};

function swapCase(text: string): string {
  return [...text].map((char) => (char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase())).join('');
}
