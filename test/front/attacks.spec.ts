import { oneIn } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';
import { Output } from '../support/output.js';
import { browsers } from './attacks/browsers.js';
import { codes, refreshTokens } from './attacks/codes.js';
import { documents } from './attacks/documents.js';
import { endpoint } from './attacks/endpoint.js';
import { pages } from './attacks/pages.js';
import { redirects } from './attacks/redirects.js';
import { requests } from './attacks/requests.js';
import { askForToken, type Front, redemption, signIn, startFront } from './support.js';

const TABLES = [redirects, requests, browsers, codes, refreshTokens, endpoint, documents, pages];
const LEAST = 200;

let output: Output;
let front: Front;

const keep = keptOpen();
beforeAll(async () => {
  output = await keep(new Output());
  front = await keep(startFront());
});

afterEach(() => front.restore());

describe.each(TABLES)('$name', ({ attacks }) => {
  it.each(oneIn(3, attacks))('$name', ({ run }) => run(front));

  it('and then a proper sign-in brings a token', async () => {
    expect(await askForToken(front, redemption(await signIn(front)))).toMatchObject({ status: 200 });
  });
});

it(`tries at least ${LEAST} attacks, no two of the same name`, () => {
  const names = TABLES.flatMap(({ name, attacks }) => attacks.map((attack) => `${name} ${attack.name}`));
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(LEAST);
});

it('left no token, no code and no word of a client in the log', () => {
  expect(output.text).toContain('"grant":"authorization_code"');
  expect(output.text).not.toMatch(/eyJ[\w-]{10,}|v1\.[\w-]{40,}|vvvvvvvvvv|evil/);
});
