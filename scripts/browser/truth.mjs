// What stands on the page is of the chosen person and has happened, whatever is slow, broken, declined or pressed late.
import { ask, choose, consent, messages, must, openConsent, trace } from './page.mjs';

const MODE = 'Foundry authenticates with';
const OWN_TOKEN = "The caller's own Entra token";
const ANSWERED = 'From calendar_list_events';
const CREATE = 'Create an event "Never made" today at 16:30';

const weekOf = (page, name) => page.getByRole('region', { name: `Calendar of ${name}` });
const eventsIn = (week) => week.getByRole('region', { name: 'Days and hours' });
const approvalIn = (page) => messages(page).getByRole('group', { name: 'Approval of calendar_create_event' });

async function annasWeek(page) {
  await eventsIn(weekOf(page, 'Anna Berg')).first().waitFor();
}

/** Keeps back what the page asks of a path, until it is let go; tells when something was asked. */
async function hold(page, path) {
  let [letGo, wasAsked] = [];
  const gone = new Promise((resolve) => (letGo = resolve));
  const asked = new Promise((resolve) => (wasAsked = resolve));
  await page.route(path, async (route) => {
    wasAsked();
    await gone;
    // The page may have given it up.
    await route.continue().catch(() => undefined);
  });
  return { asked, letGo };
}

async function logHas(control, holds) {
  for (;;) {
    const { body } = await control('GET', '/log');
    if (body.entries.some(holds)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const withFault = (control, fault) => control('POST', '/faults', { service: 'graph', ...fault });

async function weekStays(page, name, control, fault, told) {
  await annasWeek(page);
  await withFault(control, fault);
  await choose(page, 'Person', name);
  const week = weekOf(page, name);
  await told(week);
  must((await eventsIn(week).count()) === 0, `events stand under ${name}`);
  must((await page.getByText("Anna Berg's week").count()) === 0, "Anna's week is still shown");
  await control('DELETE', '/faults');
  return week;
}

export const TRUTH = {
  'while Graph is slow, no other week stands under the chosen name': {
    async story({ page, control }) {
      const slow = { kind: 'latency', ms: 600_000, match: { userId: 'ben' } };
      await weekStays(page, 'Ben Carter', control, slow, (week) => week.getByText('Loading').waitFor());
    },
  },
  'where Graph is broken, the week says why, and loads when asked again': {
    async story({ page, control }) {
      const broken = { kind: 'status', status: 503, match: { userId: 'ben' } };
      const week = await weekStays(page, 'Ben Carter', control, broken, (one) =>
        one.getByText(/week could not be loaded: .*503/).waitFor(),
      );
      await week.getByRole('button', { name: 'Try again' }).click();
      await eventsIn(week).first().waitFor();
    },
  },
  'a person without a mailbox has no week, and not that of the one before': {
    async story({ page, local }) {
      for (const before of ['Anna Berg', 'Otto']) {
        const name = local.users.find(({ displayName }) => displayName.startsWith(before)).displayName;
        await choose(page, 'Person', name);
        await weekOf(page, name).locator('.calendar, .fui-MessageBar').first().waitFor();
        const eva = local.users.find(({ key }) => key === 'eva').displayName;
        await choose(page, 'Person', eva);
        await weekOf(page, eva).getByText(`${eva}'s week could not be loaded`).waitFor();
        must((await eventsIn(weekOf(page, eva)).count()) === 0, `events of ${name} stand under ${eva}`);
      }
    },
  },
  'offline, the week says so, and loads when one is back': {
    async story({ page, context }) {
      await annasWeek(page);
      await context.setOffline(true);
      await choose(page, 'Person', 'Ben Carter');
      const week = weekOf(page, 'Ben Carter');
      await week.getByText('could not be loaded: The playground does not answer').waitFor();
      must((await eventsIn(week).count()) === 0, "Anna's events stand under Ben");
      await context.setOffline(false);
      await week.getByRole('button', { name: 'Try again' }).click();
      await eventsIn(week).first().waitFor();
    },
  },
  'an answer that comes late does not come into another conversation': {
    async story({ page, control }) {
      await choose(page, MODE, OWN_TOKEN);
      const held = await hold(page, '**/api/responses');
      await ask(page, 'Who am I?');
      await held.asked;
      await choose(page, 'Person', 'Ben Carter');
      await page.unroute('**/api/responses');
      held.letGo();
      await withFault(control, {
        kind: 'latency',
        ms: 1_500,
        times: 1,
        match: { userId: 'ben', path: 'calendarView' },
      });
      await page.getByRole('button', { name: 'New conversation' }).click();
      await ask(page, 'Who am I?');
      await messages(page).getByText('Acting as "Ben Carter"').waitFor();
      must((await messages(page).getByText('Anna Berg').count()) === 0, "Anna's answer stands in Ben's conversation");
      must((await messages(page).getByText('Who am I?').count()) === 1, "Anna's question stands in Ben's conversation");
      await control('DELETE', '/faults');
    },
  },
  'what an abandoned answer still does is not told as of another person': {
    async story({ page, control }) {
      await choose(page, MODE, OWN_TOKEN);
      const slow = { kind: 'latency', ms: 2_000, times: 1, match: { userId: 'anna', path: 'calendarView' } };
      const began = new Date().toISOString();
      await annasWeek(page);
      await withFault(control, slow);
      await ask(page, 'What is on today?');
      await trace(page).getByText('calls Foundry').first().waitFor();
      await choose(page, 'Person', 'Ben Carter');
      await logHas(control, ({ time, path }) => time > began && /calendarView/.test(path));
      await ask(page, 'Who am I?');
      await messages(page).getByText('Acting as "Ben Carter"').waitFor();
      await trace(page).getByText('Behalf allowed get_my_context').first().waitFor();
      must((await trace(page).getByText('Anna Berg').count()) === 0, "Anna's lines stand in Ben's trace");
      must((await trace(page).getByText('calendar_list_events').count()) === 0, "Anna's call stands in Ben's trace");
      must((await messages(page).getByText(ANSWERED).count()) === 0, "Anna's answer stands in Ben's conversation");
    },
  },
  'an approval that one went on without was not given': {
    async story({ page }) {
      await choose(page, MODE, OWN_TOKEN);
      await ask(page, CREATE);
      await approvalIn(page).getByRole('button', { name: 'Approve' }).waitFor();
      await ask(page, 'Who am I?');
      await messages(page).getByText('Acting as "Anna Berg"').waitFor();
      await approvalIn(page).getByText('was not run').waitFor();
      must((await approvalIn(page).getByRole('button').count()) === 0, 'it can still be approved');
      must((await page.getByText('was approved').count()) === 0, 'it was called approved');
    },
  },
  'an approval that Foundry does not take is not called given': {
    async story({ page }) {
      await choose(page, MODE, OWN_TOKEN);
      await ask(page, CREATE);
      await approvalIn(page).getByRole('button', { name: 'Approve' }).waitFor();
      const body = JSON.stringify({ error: { message: 'No approval is open.' } });
      await page.route('**/api/responses', (route) => route.fulfill({ status: 400, body }));
      await approvalIn(page).getByRole('button', { name: 'Approve' }).click();
      await approvalIn(page).getByText('was not taken').waitFor();
      await messages(page).getByText('No approval is open.').waitFor();
      must((await page.getByText('was approved').count()) === 0, 'it was called approved');
    },
  },
  'an approval pressed twice is given once': {
    async story({ page }) {
      await choose(page, MODE, OWN_TOKEN);
      await ask(page, 'Create an event "Made once" today at 17:30');
      await approvalIn(page).getByRole('button', { name: 'Approve' }).waitFor();
      let sent = 0;
      page.on('request', (request) => (sent += Number(request.url().endsWith('/api/responses'))));
      await approvalIn(page).getByRole('button', { name: 'Approve' }).dblclick({ noWaitAfter: true });
      await approvalIn(page).getByText('was approved').waitFor();
      await weekOf(page, 'Anna Berg').getByText('Made once').first().waitFor();
      must(sent === 1, `it was sent ${sent} times`);
      must((await weekOf(page, 'Anna Berg').getByText('Made once').count()) === 1, 'it was made twice');
    },
  },
  'an answer that breaks off is told so': {
    async story({ page }) {
      await choose(page, MODE, OWN_TOKEN);
      const start = JSON.stringify({ type: 'response.created', response: { id: 'resp_cut' } });
      await page.route('**/api/responses', (route) =>
        route.fulfill({ contentType: 'text/event-stream', body: `data: ${start}\n\n` }),
      );
      await ask(page, 'Who am I?');
      await messages(page).getByText('The answer broke off').waitFor();
      await page.getByRole('textbox', { name: /^Ask the agent as/ }).fill('again');
      await page.getByRole('button', { name: 'Send' }).isEnabled();
    },
  },
  'a declined consent is not called given, and the agent says so': {
    async story({ page, context }) {
      await page.getByRole('button', { name: 'Withdraw consent' }).click();
      await choose(page, 'Person', 'Chitra Rao');
      await ask(page, 'Who am I?');
      const tab = await openConsent(page, context);
      await tab.getByRole('button', { name: /Cancel/ }).click();
      await tab.getByText('You did not consent').waitFor();
      await tab.close();
      await messages(page).getByText('You did not consent').waitFor();
      await messages(page)
        .getByText(/declined to consent/)
        .first()
        .waitFor();
      must((await page.getByText('You have consented').count()) === 0, 'a declined consent was called given');
    },
  },
  'a consent window that was closed leaves the consent open, and pressing "I have consented" says so': {
    async story({ page, context }) {
      await choose(page, 'Person', 'Chitra Rao');
      await ask(page, 'Who am I?');
      await (await openConsent(page, context)).close();
      await messages(page).getByRole('button', { name: 'I have consented' }).click();
      await messages(page).getByText('no consent of yours yet').waitFor();
      must((await page.getByText('You have consented').count()) === 0, 'no consent was called one');
      await consent(page, context, 'Chitra');
      await messages(page).getByText('Acting as "Chitra Rao"').waitFor();
    },
  },
  'two questions that wait for one consent are both answered, each once': {
    async story({ page, context }) {
      await page.getByRole('button', { name: 'Withdraw consent' }).click();
      await ask(page, 'Who am I?');
      const links = messages(page).getByRole('link', { name: 'Sign in and consent' });
      await links.first().waitFor();
      await ask(page, 'What is on today?');
      await links.nth(1).waitFor();
      await consent(page, context, 'Anna', links.first());
      await messages(page).getByText('Acting as "Anna Berg"').waitFor();
      await messages(page).getByText(ANSWERED).waitFor();
      for (const words of ['Acting as "Anna Berg"', ANSWERED])
        must((await messages(page).getByText(words).count()) === 1, `"${words}" does not stand there once`);
      must((await messages(page).getByText('You have consented').count()) === 2, 'a consent is still open');
    },
  },
  'a page reloaded while it waits for consent begins anew, and the consent counts': {
    async story({ page, context }) {
      await page.getByRole('button', { name: 'Withdraw consent' }).click();
      await ask(page, 'Who am I?');
      const tab = await openConsent(page, context);
      await page.reload();
      must((await page.getByText('consented').count()) === 0, 'something is said of a consent');
      await tab.getByRole('button', { name: /Anna/ }).click();
      const accept = tab.getByRole('button', { name: /^(Accept|Agree|Yes)/ });
      await accept.or(tab.getByText('You are connected')).first().waitFor();
      if (await accept.isVisible()) await accept.click();
      await tab.getByText('You are connected').waitFor();
      await ask(page, 'Who am I?');
      await messages(page).getByText('Acting as "Anna Berg"').waitFor();
    },
  },
  'a new conversation begins empty while the old one is still answered': {
    async story({ page }) {
      await choose(page, MODE, OWN_TOKEN);
      const held = await hold(page, '**/api/responses');
      await ask(page, 'What is on today?');
      await held.asked;
      await page.getByRole('button', { name: 'New conversation' }).click();
      await messages(page).getByText('You are Anna Berg').waitFor();
      await page.unroute('**/api/responses');
      held.letGo();
      await ask(page, 'Who am I?');
      await messages(page).getByText('Acting as "Anna Berg"').waitFor();
      must((await messages(page).getByText(ANSWERED).count()) === 0, 'the old answer came');
    },
  },
  'a mode changed while the agent is at work begins a conversation in that mode': {
    async story({ page }) {
      await choose(page, MODE, OWN_TOKEN);
      const held = await hold(page, '**/api/responses');
      await ask(page, 'Who am I?');
      await held.asked;
      await choose(page, MODE, 'Key-based');
      await page.unroute('**/api/responses');
      held.letGo();
      await ask(page, 'Who am I?');
      await page.getByText('It did not work').waitFor();
      must((await messages(page).getByText('Acting as').count()) === 0, 'an answer of the other mode came');
    },
  },
  'that Graph is broken on purpose is shown in every tab and after a reload': {
    async story({ page, context }) {
      const broken = (tab) => tab.getByRole('switch', { name: 'Break Graph', checked: true });
      await page.getByRole('switch', { name: 'Break Graph' }).click();
      await broken(page).waitFor();
      const other = await context.newPage();
      await other.goto(page.url());
      await broken(other).waitFor();
      await page.reload();
      await broken(page).click();
      await other.getByRole('switch', { name: 'Break Graph', checked: false }).waitFor();
      await other.close();
    },
  },
  'signing in meets no warning in a browser that does not know the certificate': {
    options: { ignoreHTTPSErrors: false },
    async story({ page, context }) {
      await page.getByRole('button', { name: 'Withdraw consent' }).click();
      await ask(page, 'Who am I?');
      await consent(page, context, 'Anna');
      await messages(page).getByText('Acting as "Anna Berg"').waitFor();
    },
  },
};
