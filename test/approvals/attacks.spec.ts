import { Output } from '../support/output.js';
import { DEEP, oneIn } from '../support/depth.js';
import { keptOpen } from '../support/keep-open.js';
import { accounts } from './attacks/accounts.js';
import { agents } from './attacks/agents.js';
import { contents } from './attacks/contents.js';
import { links } from './attacks/links.js';
import { form, methods } from './attacks/methods.js';
import { people } from './attacks/people.js';
import { posts } from './attacks/posts.js';
import { protections } from './attacks/protections.js';
import { replays } from './attacks/replays.js';
import { scanners } from './attacks/scanners.js';
import { sessions } from './attacks/sessions.js';
import { signIns } from './attacks/sign-ins.js';
import { spoofing } from './attacks/spoofing.js';
import { anna, SECRET_WORD, startTarget, type Target } from './attacks/target.js';

const TABLES = [
  ...[people, accounts, links, replays, posts, methods, signIns, agents, contents, protections],
  ...[scanners, sessions, spoofing],
];
const LEAST = 200;

let output: Output;
let target: Target;

const keep = keptOpen();
beforeAll(async () => {
  output = await keep(new Output());
  target = await keep(startTarget());
});

afterEach(() => target.restore());

async function assertSends(): Promise<void> {
  const person = anna();
  expect(await person.approve(await person.open((await target.ask()).url))).toMatchObject({ title: 'Done' });
  expect(target.sends()).toBe(1);
}

describe.each(TABLES)('$name', ({ attacks }) => {
  it.each(oneIn(9, attacks))('$name', async ({ run, sends = 0 }) => {
    await run(target);
    expect(target.sends()).toBe(sends);
  });

  if (DEEP) it('and then a proper approval sends', assertSends);
});

it('sends after all of them what a person approves', assertSends);

it('takes the form that the attacks on it alter', async () => {
  const { fields, cookie, decide } = await form(target);
  const headers = { cookie, 'sec-fetch-site': 'same-origin', origin: new URL(decide).origin };
  const response = await fetch(decide, { method: 'POST', headers, body: new URLSearchParams(fields) });
  expect({ status: response.status, html: await response.text() }).toMatchObject({
    status: 200,
    html: expect.stringContaining('One moment'),
  });
});

it(`tries at least ${LEAST} attacks, no two of the same name`, () => {
  const names = TABLES.flatMap(({ name, attacks }) => attacks.map((attack) => `${name} ${attack.name}`));
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(LEAST);
});

it('left no token, no link and no content in the log', () => {
  expect(output.text).toContain('"decision":"approved"');
  expect(output.text).not.toMatch(/eyJ[A-Za-z0-9_-]{10,}|v1\.[A-Za-z0-9_-]{40,}/);
  expect(output.text).not.toContain(SECRET_WORD);
});
