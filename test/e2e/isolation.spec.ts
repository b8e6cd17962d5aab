import { type Behalf, startBehalf } from '../support/behalf.js';
import { DEEP } from '../support/depth.js';
import { toolData } from '../support/mcp.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { keptOpen } from '../support/keep-open.js';

const PEOPLE = DEEP ? 20 : 8;
const CALLS = PEOPLE * (DEEP ? 10 : 5);
const SCOPE = 'User.Read MailboxSettings.Read Calendars.ReadWrite';
const DAY = '2026-12-01';

let tenant: LocalTenant;
let behalf: Behalf;
let people: { readonly key: string; readonly token: string; readonly secret: string }[];

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
  behalf = await keep(startBehalf(tenant));
  people = await Promise.all(
    tenant.addUsers(PEOPLE).map(async ({ key }) => ({
      key,
      token: await tenant.token({ user: key, scope: SCOPE }),
      secret: `Only ${key} knows`,
    })),
  );
  await Promise.all(
    people.map(({ token, secret }) =>
      toolData(behalf.url, token, 'calendar_create_event', {
        subject: secret,
        start: `${DAY}T10:00`,
        end: `${DAY}T11:00`,
        timeZone: 'UTC',
      }),
    ),
  );
});

describe(`${CALLS} concurrent calls of ${PEOPLE} people`, () => {
  it('never show one person what belongs to another', async () => {
    const calls = Array.from({ length: CALLS }, (_, index) => people[index % PEOPLE]!);
    const answers = await Promise.all(
      calls.map(async ({ token, secret }) => {
        const { events } = await toolData<{ events: { subject: string }[] }>(
          behalf.url,
          token,
          'calendar_list_events',
          {
            from: DAY,
            to: DAY,
            timeZone: 'UTC',
          },
        );
        return {
          secret,
          subjects: events.map(({ subject }) => subject).filter((subject) => subject.startsWith('Only ')),
        };
      }),
    );
    for (const { secret, subjects } of answers) expect(subjects).toEqual([secret]);
  });
});
