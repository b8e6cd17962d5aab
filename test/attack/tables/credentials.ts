import { type Attack, type AttackTable, each } from '../support/attack.js';
import { withLines } from '../support/request.js';
import { dropped, refused } from '../support/verdicts.js';

type Lines = (token: string) => readonly string[];

/** A good token, brought as no bearer credentials: RFC 6750 section 2.1 is `Bearer`, blanks, and one token68. */
const MALFORMED: Readonly<Record<string, Lines>> = {
  'the scheme alone': () => ['Authorization: Bearer'],
  'the scheme and blanks': () => ['Authorization: Bearer   '],
  'a tab after the scheme': (token) => [`Authorization: Bearer\t${token}`],
  'a blank and a tab after the scheme': (token) => [`Authorization: Bearer \t${token}`],
  'a colon after the scheme': (token) => [`Authorization: Bearer: ${token}`],
  'an equals sign after the scheme': (token) => [`Authorization: Bearer=${token}`],
  'a comma after the scheme': (token) => [`Authorization: Bearer, ${token}`],
  'quotes around the token': (token) => [`Authorization: Bearer "${token}"`],
  'angle brackets around the token': (token) => [`Authorization: Bearer <${token}>`],
  'the token as a parameter': (token) => [`Authorization: Bearer token="${token}"`],
  'a realm before the token': (token) => [`Authorization: Bearer realm="x" ${token}`],
  'two tokens with a blank': (token) => [`Authorization: Bearer ${token} ${token}`],
  'two tokens with a comma': (token) => [`Authorization: Bearer ${token},${token}`],
  'two credentials with a comma': (token) => [`Authorization: Bearer ${token}, Bearer ${token}`],
  'another scheme after a comma': (token) => [`Authorization: Bearer ${token}, Basic YTpi`],
  'a semicolon after the token': (token) => [`Authorization: Bearer ${token};x=1`],
  'a fragment after the token': (token) => [`Authorization: Bearer ${token}#x`],
  'a query after the token': (token) => [`Authorization: Bearer ${token}?x=1`],
  'a percent sign in the token': (token) => [`Authorization: Bearer ${token.replace('.', '%2E')}`],
  'an equals sign after the token': (token) => [`Authorization: Bearer ${token}=`],
  'the scheme twice': (token) => [`Authorization: Bearer Bearer ${token}`],
  'a no-break space after the scheme': (token) => [`Authorization: Bearer\xa0${token}`],
  'a no-break space after the token': (token) => [`Authorization: Bearer ${token}\xa0`],
  'a byte above ASCII in the token': (token) => [`Authorization: Bearer ${token.replace('.', '\xe9.')}`],
};

const OTHER_SCHEMES: Readonly<Record<string, Lines>> = {
  'no scheme': (token) => [`Authorization: ${token}`],
  'no blank after the scheme': (token) => [`Authorization: Bearer${token}`],
  'a dash in the scheme': (token) => [`Authorization: Be-arer ${token}`],
  'an accent in the scheme': (token) => [`Authorization: B\xe9arer ${token}`],
  Basic: (token) => [`Authorization: Basic ${btoa(`anna:${token}`)}`],
  'Basic with the bare token': (token) => [`Authorization: Basic ${token}`],
  Digest: (token) => [`Authorization: Digest username="anna", response="${token}"`],
  Negotiate: (token) => [`Authorization: Negotiate ${token}`],
  DPoP: (token) => [`Authorization: DPoP ${token}`],
  MAC: (token) => [`Authorization: MAC ${token}`],
  PoP: (token) => [`Authorization: PoP ${token}`],
  Token: (token) => [`Authorization: Token ${token}`],
  JWT: (token) => [`Authorization: JWT ${token}`],
  'an API key': () => ['Authorization: ApiKey canary-b3d1'],
};

const SEVERAL: Readonly<Record<string, Lines>> = {
  'the same token twice': (token) => [`Authorization: Bearer ${token}`, `Authorization: Bearer ${token}`],
  'a good one, then a bad one': (token) => [`Authorization: Bearer ${token}`, 'Authorization: Bearer x'],
  'a bad one, then a good one': (token) => ['Authorization: Bearer x', `Authorization: Bearer ${token}`],
  'an empty one, then a good one': (token) => ['Authorization:', `Authorization: Bearer ${token}`],
  'Basic, then a good one': (token) => ['Authorization: Basic YTpi', `Authorization: Bearer ${token}`],
  'a good one, then Basic': (token) => [`Authorization: Bearer ${token}`, 'Authorization: Basic YTpi'],
  'in different case': (token) => [`authorization: Bearer ${token}`, `AUTHORIZATION: Bearer ${token}`],
  'ten of them': (token) => Array.from({ length: 10 }, () => `Authorization: Bearer ${token}`),
};

/** What HTTP itself forbids: the parser refuses it before anything of ours sees it. */
const NO_HTTP: Readonly<Record<string, Lines>> = {
  'a blank before the colon': (token) => [`Authorization : Bearer ${token}`],
  'a blank before the name': (token) => [` Authorization: Bearer ${token}`],
  'NUL in the value': (token) => [`Authorization: Bearer ${token}\x00`],
  'NUL in the name': (token) => [`Author\x00ization: Bearer ${token}`],
  'a bell in the value': (token) => [`Authorization: Bearer \x07${token}`],
  'DEL in the value': (token) => [`Authorization: Bearer \x7f${token}`],
  'a bare carriage return in the value': (token) => [`Authorization: Bearer \r${token}`],
  'a folded line': (token) => [`Authorization: Bearer`, ` ${token}`],
  'a name with a byte above ASCII': (token) => [`Auth\xf6rization: Bearer ${token}`],
  'a length and chunks at once': (token) => [`Authorization: Bearer ${token}`, 'Transfer-Encoding: chunked'],
  'two lengths': (token) => [`Authorization: Bearer ${token}`, 'Content-Length: 5'],
};

const TOO_LARGE: Readonly<Record<string, number>> = {
  'a token of 17 KB': 17_000,
  'a token of 100 KB': 100_000,
  'a token of 1 MB': 1_000_000,
};

export const credentials: AttackTable = {
  name: 'the Authorization header',
  attacks: [
    ...lines(MALFORMED, refused('token_malformed')),
    ...lines(OTHER_SCHEMES, refused('key_not_accepted')),
    ...lines(SEVERAL, refused('several_tokens', 400)),
    ...lines(NO_HTTP, dropped(400)),
    ...each(TOO_LARGE, (size) => ({
      request: (target) => withLines(target, `Authorization: Bearer ${'e'.repeat(size)}`),
      answer: dropped(431),
    })),
    {
      name: 'a token of 10,000 claims, signed by a stranger',
      request: (target) => withLines(target, `Authorization: Bearer ${target.forge.strangers({}, manyClaims())}`),
      answer: dropped(431),
    },
    {
      name: 'a good token among 300 other headers of 100 bytes',
      request: (target) =>
        withLines(target, ...Array.from({ length: 300 }, (_, index) => `X-${index}: ${'x'.repeat(90)}`)),
      answer: dropped(431),
    },
  ],
};

function lines(table: Readonly<Record<string, Lines>>, answer: Attack['answer']): Attack[] {
  return each(table, (make) => ({ request: (target) => withLines(target, ...make(target.good)), answer }));
}

function manyClaims(): Record<string, number> {
  return Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`claim${index}`, index]));
}
