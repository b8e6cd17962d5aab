import { type AttackTable, each } from '../support/attack.js';
import type { Forge } from '../support/forge.js';
import { badToken } from '../support/request.js';

/** Values of `crit`: each names something the verifier would have to understand (RFC 7515 section 4.1.11). */
const CRIT: Readonly<Record<string, Record<string, unknown>>> = {
  'crit exp': { crit: ['exp'], exp: 1 },
  'crit b64 with b64 false': { crit: ['b64'], b64: false },
  'crit b64 with b64 true': { crit: ['b64'], b64: true },
  'crit of something unknown': { crit: ['http://example.com/UNDEFINED'], 'http://example.com/UNDEFINED': true },
  'crit empty': { crit: [] },
  'crit null': { crit: null },
  'crit a text': { crit: 'exp' },
  'crit false': { crit: false },
};

const MALFORMED: Readonly<Record<string, (forge: Forge) => string>> = {
  'one part': () => 'opaque',
  'two parts': (forge) => forge.token().split('.').slice(0, 2).join('.'),
  'four parts': (forge) => `${forge.token()}.x`,
  'five parts, as an encrypted token has': (forge) => `${forge.token()}.x.y`,
  'only dots': () => '..',
  'three dots': () => '...',
  'an empty header': (forge) => withPart(forge, 0, ''),
  'an empty payload': (forge) => withPart(forge, 1, ''),
  'an empty signature': (forge) => withPart(forge, 2, ''),
  'a header that is a list': (forge) => forge.written('[]', JSON.stringify(forge.claims())),
  'a header that is a text': (forge) => forge.written('"RS256"', JSON.stringify(forge.claims())),
  'a header that is null': (forge) => forge.written('null', JSON.stringify(forge.claims())),
  'a header that is not JSON': (forge) => forge.written('{alg:RS256}', JSON.stringify(forge.claims())),
  'a payload that is a list': (forge) => forge.written(forge.header(), JSON.stringify([forge.claims()])),
  'a payload that is a text': (forge) => forge.written(forge.header(), '"anna"'),
  'a payload that is a number': (forge) => forge.written(forge.header(), '7'),
  'a payload that is null': (forge) => forge.written(forge.header(), 'null'),
  'a payload that is not JSON': (forge) => forge.written(forge.header(), '{aud:1}'),
  'a payload cut off': (forge) => forge.written(forge.header(), JSON.stringify(forge.claims()).slice(0, -1)),
  'a payload with a BOM': (forge) => forge.written(forge.header(), `\ufeff${JSON.stringify(forge.claims())}`),
  'a token in a token (nested JWT)': (forge) => forge.written(forge.header({ cty: 'JWT' }), forge.token()),
  'a token in a list in a token': (forge) => forge.written(forge.header(), JSON.stringify([forge.token()])),
  'b64 false with a payload in clear': (forge) =>
    `${Buffer.from(forge.header({ b64: false })).toString('base64url')}.${CLEAR}.${forge.token().split('.')[2]}`,
  'standard base64 with padding': (forge) => forge.token().split('.').map(padded).join('.'),
  'padding after the token': (forge) => `${forge.token()}==`,
  'a slash in the signature': (forge) => `${forge.token()}/`,
  'a tilde in the payload': (forge) => forge.token().replace('.', '.~'),
  'the JSON serialization in base64': (forge) =>
    Buffer.from(JSON.stringify({ token: forge.token() })).toString('base64url'),
};
const CLEAR = 'anna';

/** A good token of Anna's, changed after it was signed. */
const TAMPERED: Readonly<Record<string, (forge: Forge) => string>> = {
  'more scopes than were signed': (forge) => repayed(forge, { scp: 'User.Read Calendars.ReadWrite.Shared' }),
  'another person than was signed': (forge) => repayed(forge, { oid: forge.userId('ben') }),
  'a later expiry than was signed': (forge) => repayed(forge, { exp: 9_999_999_999 }),
  'a role that was not signed': (forge) => repayed(forge, { roles: ['Calendar.Writer'] }),
  'another header than was signed': (forge) =>
    withPart(forge, 0, Buffer.from(forge.header({ x: 1 })).toString('base64url')),
  'the signature of another token': (forge) => withPart(forge, 2, forge.token({ jti: 'other' }).split('.')[2] ?? ''),
  'a signature cut in half': (forge) => withPart(forge, 2, (forge.token().split('.')[2] ?? '').slice(0, 171)),
  'a signature twice': (forge) => withPart(forge, 2, (forge.token().split('.')[2] ?? '').repeat(2)),
  'one character of the signature changed': (forge) => forge.token().replace(/\.([^.])([^.]*)$/, flipped),
  'a signature of one byte': (forge) => withPart(forge, 2, 'AA'),
};

export const envelope: AttackTable = {
  name: 'envelope',
  attacks: [
    ...each(CRIT, (header) => badToken((forge) => forge.token({}, header), 'token_malformed')),
    ...each(MALFORMED, (token) => badToken(token, 'token_malformed')),
    ...each(TAMPERED, (token) => badToken(token, 'bad_signature')),
  ],
};

function withPart(forge: Forge, index: number, part: string): string {
  return forge.token().split('.').with(index, part).join('.');
}

function repayed(forge: Forge, overrides: Record<string, unknown>): string {
  return withPart(forge, 1, Buffer.from(JSON.stringify(forge.claims(overrides))).toString('base64url'));
}

function padded(part: string): string {
  return Buffer.from(part, 'base64url').toString('base64');
}

function flipped(_match: string, first: string, rest: string): string {
  return `.${first === 'A' ? 'B' : 'A'}${rest}`;
}
