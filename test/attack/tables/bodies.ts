import { gzipSync } from 'node:zlib';
import { type McpAnswer, send } from '../../support/mcp.js';
import { type Attack, type AttackTable, each } from '../support/attack.js';
import { call, WHO_AM_I } from '../support/request.js';
import type { Target } from '../support/target.js';
import { asAnna } from './controls.js';
import { dropped, assertTellsNothing, toolErrorCode, toolRefused } from '../support/verdicts.js';
import { postBytes, sendBytes } from '../support/wire.js';

const MEBIBYTE = 1_048_576;

/** A million bytes that are nearly nothing on the wire, and a body that says it is what it is not: nothing is unpacked. */
const ENCODED: Readonly<Record<string, readonly [encoding: string, body: string]>> = {
  'a gzip bomb of 64 MiB': ['gzip', gzipSync(Buffer.alloc(64 * MEBIBYTE, ' ')).toString('latin1')],
  'gzip that is none': ['gzip', WHO_AM_I],
  'gzip cut off': ['gzip', gzipSync(WHO_AM_I).toString('latin1').slice(0, 20)],
  'an encoding nobody knows': ['x-evil', WHO_AM_I],
  'two encodings': ['gzip, gzip', WHO_AM_I],
};

const TYPES: readonly string[] = [
  ...['text/plain', 'text/json', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/xml', ''],
  ...['application/json-seq', 'application/jsonx', 'application/vnd.api+json', 'text/plain, application/json'],
  ...['application/json; charset=utf-7', 'application/json; charset=utf-16le', 'application/json; charset=evil'],
];

/** Arguments, of a call that is allowed, that would break what walks through them. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  '20,000 unknown arguments': argumentsOf(
    `{${Array.from({ length: 20_000 }, (_, index) => `"a${index}":1`).join(',')}}`,
  ),
  'an argument of 900,000 characters in its name': argumentsOf(`{"${'n'.repeat(900_000)}":1}`),
  'the argument constructor': argumentsOf('{"constructor":{"prototype":{"polluted":true}}}'),
  'the argument toString': argumentsOf('{"toString":"x"}'),
  'a user to act as': argumentsOf('{"userId":"ben.carter@fernglas.example"}'),
  'another user to act as': argumentsOf(
    '{"user":"ben","onBehalfOf":"ben","oid":"b1f7c2e5-6d20-4c63-9a1f-2b8d41eaf002"}',
  ),
};

/** What is refused before it is parsed. */
const DEEP: Readonly<Record<string, string>> = {
  'arguments 50,000 levels deep': argumentsOf(`{"x":${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
  'objects 50,000 levels deep': argumentsOf(`${'{"x":'.repeat(50_000)}1${'}'.repeat(50_000)}`),
  '_meta 50,000 levels deep': WHO_AM_I.replace(
    '"params":{',
    `"params":{"_meta":${'['.repeat(50_000)}${']'.repeat(50_000)},`,
  ),
};

/** The same where the protocol itself refuses. */
const SHAPES: Readonly<Record<string, string>> = {
  'arguments as a list': argumentsOf('[1]'),
  'arguments as a text': argumentsOf('"everything"'),
  'arguments as a list in a text': argumentsOf('"[{}]"'),
  'arguments as a number': argumentsOf('1'),
  '_meta as a text': WHO_AM_I.replace('"params":{', '"params":{"_meta":"x",'),
};

export const bodies: AttackTable = {
  name: 'bodies, with a token for everything',
  attacks: [
    ...each(ENCODED, ([encoding, body]) => ({
      request: ({ url, good }) => sendBytes(url, encodedPost(url, good, encoding, body)),
      answer: dropped(415),
    })),
    ...TYPES.map((type) => ({
      name: `the content type ${JSON.stringify(type)}`,
      request: ({ url, good }: Target) => send(url, { token: good, headers: { 'content-type': type }, body: WHO_AM_I }),
      answer: dropped(415),
    })),
    ...each(ARGUMENTS, (body) => ({ ...post(body), answer: toolRefused('invalid_arguments') })),
    {
      name: 'the argument __proto__, which is as if it were absent',
      ...post(argumentsOf('{"__proto__":{"polluted":true}}')),
      answer: (answer, target) => {
        asAnna(answer, target);
        expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      },
    },
    ...each(DEEP, (body) => ({ ...post(body), answer: dropped(400) })),
    ...each(SHAPES, (body) => ({ ...post(body), answer: withoutResult })),
  ],
};

function argumentsOf(json: string): string {
  return call('get_my_context').replace('"arguments":{}', `"arguments":${json}`);
}

function post(body: string): Pick<Attack, 'request'> {
  return { request: ({ url, good }) => send(url, { token: good, body }) };
}

/** As `postBytes`, for a body whose characters are bytes. */
function encodedPost(url: string, token: string, encoding: string, body: string): string {
  const lines = [`Authorization: Bearer ${token}`, `Content-Encoding: ${encoding}`];
  return postBytes(url, lines, '').replace('Content-Length: 0', `Content-Length: ${body.length}`) + body;
}

function withoutResult(answer: McpAnswer): void {
  expect([200, 400]).toContain(answer.status);
  if (answer.body.result) expect(toolErrorCode(answer)).toBe('invalid_arguments');
  else expect(answer.body.error?.code).toEqual(expect.any(Number));
  assertTellsNothing(answer);
}
