import { whoAmI } from './support/request.js';
import { CANARY } from './support/canary.js';
import { DEEP, oneIn } from '../support/depth.js';
import { Output } from '../support/output.js';
import { startTarget, type Target } from './support/target.js';
import { asAnna, controls } from './tables/controls.js';
import { TABLES } from './tables/index.js';
import { keptOpen } from '../support/keep-open.js';

const LEAST = DEEP ? 300 : 100;

let output: Output;
let target: Target;
const names: string[] = [];

const keep = keptOpen();
beforeAll(async () => {
  output = await keep(new Output());
  target = await keep(startTarget());
});

describe.each([...TABLES, controls])('$name', ({ name: table, attacks }) => {
  it.each(oneIn(5, attacks))('$name', async ({ name, request, answer }) => {
    await answer(await request(target), target);
    names.push(`${table} ${name}`);
  });

  it('and then a good call is answered as before', async () => {
    asAnna(await whoAmI(target.url, target.good), target);
    asAnna(await whoAmI(target.passthroughUrl, target.graphToken), target);
  });

  it('and Graph served nobody but Anna', () => {
    // A download by a link that Graph gave Anna carries no token.
    const withToken = target.tenant.state.log.entries('graph').filter(({ path }) => !path.endsWith('/download.aspx'));
    const served = withToken.filter(({ status }) => status < 400);
    expect(new Set(served.map(({ userId }) => userId))).toEqual(new Set([target.forge.userId('anna')]));
  });
});

describe('the whole suite', () => {
  it(`ran at least ${LEAST} cases, no two of the same name`, () => {
    const planned = [...TABLES, controls].flatMap(({ attacks }) => oneIn(5, attacks));
    expect(new Set(names).size).toBe(planned.length);
    expect(planned.length - oneIn(5, controls.attacks).length).toBeGreaterThanOrEqual(LEAST);
  });

  it('left no token, no secret and nothing that was sent in the log', () => {
    expect(output.text).toContain('"decision":"refused"');
    expect(output.text).not.toMatch(/eyJ[A-Za-z0-9_-]{10,}/);
    expect(output.text).not.toContain(CANARY);
    expect(output.text).not.toContain(target.tenant.clients['behalf-api'].secret);
  });
});
