// Each story begins on the freshly opened page. Their order matters where one's consent is the next one's start.
import { APPROVALS } from './approvals.mjs';
import { ask, choose, consent, messages, must, assertAccessible, trace } from './page.mjs';
import { TRUTH } from './truth.mjs';

const MODE = 'Foundry authenticates with';
const ANSWERED = 'From calendar_list_events';

export const STORIES = {
  'the first question asks for consent, and then shows the own meetings': {
    async story({ page, context }) {
      await ask(page, 'What is on today?');
      await consent(page, context, 'Anna');
      await messages(page).getByText(ANSWERED).waitFor();
      await trace(page).getByText('A token of Anna Berg is sent').waitFor();
      await trace(page).getByText('Behalf allowed calendar_list_events').waitFor();
      await trace(page).getByText('Token exchange On-Behalf-Of').first().waitFor();
      await assertAccessible(page);
    },
  },
  'the second question needs no consent': {
    async story({ page }) {
      await ask(page, 'What is on tomorrow?');
      await messages(page).getByText(ANSWERED).waitFor();
      must(!(await messages(page).getByText('needs your consent').isVisible()), 'consent was asked for again');
    },
  },
  'another person consents for themselves and sees other meetings': {
    async story({ page, context }) {
      await ask(page, 'Meetings this week');
      const annas = await messages(page).getByText(ANSWERED).innerText();
      await choose(page, 'Person', 'Ben Carter');
      await page.getByRole('region', { name: 'Calendar of Ben Carter' }).waitFor();
      await ask(page, 'Meetings this week');
      await consent(page, context, 'Ben');
      const bens = await messages(page).getByText(ANSWERED).innerText();
      must(annas !== bens, 'both saw the same meetings');
    },
  },
  'the own Entra token of the caller works without consent': {
    async story({ page }) {
      await choose(page, MODE, "The caller's own Entra token");
      await ask(page, 'Who am I?');
      await messages(page).getByText('Acting as "Anna Berg"').waitFor();
    },
  },
  ...Object.fromEntries(
    ['Key-based', 'Agent identity', 'Project managed identity', 'Unauthenticated'].map((mode) => [
      `${mode} is refused, and the trace says why`,
      {
        async story({ page }) {
          await choose(page, MODE, mode);
          await ask(page, 'Who am I?');
          await page.getByText('It did not work').waitFor();
          await trace(page).getByText('OAuth identity passthrough').first().waitFor();
          await trace(page)
            .getByText(/Behalf refused/)
            .first()
            .waitFor();
          await assertAccessible(page);
        },
      },
    ]),
  ),
  'a write waits for approval, and the event then stands in the calendar': {
    async story({ page }) {
      await ask(page, 'Create an event "Botanical walk" today at 11:30');
      const approval = messages(page).getByRole('group', { name: 'Approval of calendar_create_event' });
      await approval.getByText('Botanical walk').waitFor();
      await approval.getByRole('button', { name: 'Approve' }).click();
      await page.getByRole('region', { name: 'Calendar of Anna Berg' }).getByText('Botanical walk').waitFor();
    },
  },
  'a write that is not approved is not made': {
    async story({ page }) {
      await ask(page, 'Create an event "Never held" today at 15:30');
      await messages(page).getByRole('button', { name: 'Do not' }).click();
      await messages(page)
        .getByText(/was not approved/)
        .first()
        .waitFor();
      must(!(await page.getByText('Never held', { exact: true }).isVisible()), 'the event is in the calendar');
    },
  },
  'withdrawn consent is asked for again': {
    async story({ page }) {
      await page.getByRole('button', { name: 'Withdraw consent' }).click();
      await ask(page, 'Who am I?');
      await messages(page).getByText('needs your consent').waitFor();
    },
  },
  'a broken Graph is told in words, and fixed': {
    async story({ page, control }) {
      await choose(page, MODE, "The caller's own Entra token");
      await page.getByRole('switch', { name: 'Break Graph' }).click();
      await ask(page, 'Who am I?');
      await messages(page).getByText('refused').first().waitFor({ timeout: 60_000 });
      await trace(page).getByText('was answered 503').first().waitFor();
      await page.getByRole('switch', { name: 'Break Graph' }).click();
      await control('DELETE', '/faults');
    },
  },
  'everything can be done with the keyboard': {
    async story({ page }) {
      await choose(page, MODE, "The caller's own Entra token");
      await page.getByRole('textbox').focus();
      await page.keyboard.type('Who am I?');
      await page.keyboard.press('Enter');
      await messages(page).getByText('Acting as "Anna Berg"').waitFor();
      await page.getByRole('combobox', { name: 'Person' }).focus();
      await page.keyboard.press('ArrowDown');
      await page.getByRole('region', { name: 'Calendar of Ben Carter' }).waitFor();
    },
  },
  'a narrow window shows one part at a time': {
    options: { viewport: { width: 400, height: 800 } },
    async story({ page }) {
      await choose(page, MODE, "The caller's own Entra token");
      await ask(page, 'Who am I?');
      await messages(page).getByText('Acting as "Anna Berg"').waitFor();
      await page.getByRole('tab', { name: 'What happened' }).click();
      await trace(page).getByText('Behalf allowed').first().waitFor();
      await page.getByRole('tab', { name: 'Week' }).click();
      await page.getByRole('region', { name: 'Calendar of Anna Berg' }).waitFor();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      must(!wide, 'the page is wider than the window');
      await assertAccessible(page);
    },
  },
  'a dark window is dark, and as readable': {
    options: { colorScheme: 'dark' },
    async story({ page }) {
      await choose(page, MODE, "The caller's own Entra token");
      await ask(page, 'What is on today?');
      await messages(page).getByText(ANSWERED).waitFor();
      await page.locator('[data-color-scheme=dark]').first().waitFor();
      await assertAccessible(page);
    },
  },
  ...TRUTH,
  ...APPROVALS,
};
