// Run by failing-set-up.spec.ts alone: jest takes no file of this name for a suite.
import { startBehalf } from '../behalf.js';
import { keptOpen } from '../keep-open.js';
import { Output } from '../output.js';
import { type LocalTenant, startTestTenant } from '../tenant.js';

let tenant: LocalTenant;

const keep = keptOpen();
beforeAll(async () => {
  await keep(new Output());
  tenant = await keep(startTestTenant());
  await keep(startBehalf(tenant));
  await keep(startBehalf(tenant, { env: { TOKEN_MODE: 'no such mode' } }));
});
afterEach(() => tenant.reset());

it('is never reached', () => undefined);
