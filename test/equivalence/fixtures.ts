import { startBehalf } from '../support/behalf.js';
import { ORDINARY_DAY } from '../support/clock.js';
import { type Keep, openTogether } from '../support/keep-open.js';
import { EVERY_TOOLSET } from '../support/scopes.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { BEGINNING_MS } from './beginning.js';
import { type Directory, readDirectory } from './directory.js';

/**
 * Two tenants that are the same to the last id: one is used through the server, the other directly. Whatever is done in
 * both must leave them the same.
 */
export interface Fixtures {
  readonly served: LocalTenant;
  readonly direct: LocalTenant;
  readonly url: string;
  readonly directory: Directory;
  /** A second passes in both: within a question they have the same moment, whichever is quicker. */
  tick(): void;
  /** Back to how both began. */
  reset(): void;
  close(): unknown;
}

export function startFixtures(): Promise<Fixtures> {
  return openTogether(openFixtures);
}

async function openFixtures(keep: Keep): Promise<Omit<Fixtures, 'close'>> {
  const clock = seedingClock();
  const [served, direct] = await Promise.all([
    keep(startTestTenant({ clock: clock.read })),
    keep(startTestTenant({ clock: clock.read })),
  ]);
  const tenantIds = served.directory.tenants.map(({ id }) => id).join(',');
  const env = { ENTRA_TENANT_IDS: tenantIds, TOOLSETS: EVERY_TOOLSET, APPROVALS: 'off' };
  const behalf = await keep(startBehalf(served, { env }));
  const reset = () =>
    clock.whileSeeding(() => {
      served.reset();
      direct.reset();
    });
  reset();
  return {
    served,
    direct,
    url: behalf.url,
    directory: await readDirectory(direct),
    tick: clock.tick,
    reset,
  };
}

/** Stories are told around today: both tenants must take the same moment for it, each time. */
function seedingClock() {
  const startedAt = new Date(BEGINNING_MS);
  let now = new Date(ORDINARY_DAY);
  let seeding = true;
  return {
    read: () => (seeding ? startedAt : now),
    tick: () => {
      now = new Date(now.getTime() + 1000);
    },
    whileSeeding(work: () => void): void {
      seeding = true;
      work();
      seeding = false;
    },
  };
}
