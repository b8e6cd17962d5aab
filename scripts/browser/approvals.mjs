// What an agent wants to send outside waits for its person, on a page that they read, understand and decide on.
import { callTool, mcpRequest } from '../mcp-client.mjs';
import { ask, assertAccessible, consent, messages, must, trace } from './page.mjs';

const OUTSIDER = 'partner@elsewhere.example';
const SCOPES = 'User.Read MailboxSettings.Read Calendars.ReadWrite Mail.ReadWrite Mail.Send';
const PHONE = { viewport: { width: 320, height: 640 } };
const BODY =
  'Dear Robin,\n\nas agreed, the offer for the spring expedition. It holds until the end of the year.\n\nAnna';

/** Anna's agent, which speaks to the server itself. */
async function agentOf(local, control) {
  const { body } = await control('POST', '/token', { user: 'anna', scope: SCOPES });
  const token = body.access_token;
  const call = (name, args) => callTool(local.mcp, token, name, args);
  const refused = async (name, args) => {
    const answer = await mcpRequest(local.mcp, `Bearer ${token}`, 'tools/call', { name, arguments: args });
    must(answer.body.result?.isError, `${name} was not refused`);
    return JSON.parse(answer.body.result.content[0].text).error;
  };
  const draft = (subject, more) => call('mail_create_draft', { to: [OUTSIDER], subject, body: BODY, ...more });
  const sent = async (subject) => {
    const { messages: found } = await call('mail_search', { folder: 'sentitems', subject });
    return found.length;
  };
  return { call, refused, draft, sent };
}

/** A draft to an outsider that Anna's agent may not send; the page opens on its link, and she signs in by the keyboard. */
async function waiting({ page, local, control }, subject, more = {}) {
  const agent = await agentOf(local, control);
  const { messageId } = await agent.draft(subject, more);
  const { url } = await agent.refused('mail_send_draft', { messageId });
  await page.goto(url);
  await pressByKeyboard(page, page.getByRole('button', { name: /Anna/ }));
  const accept = page.getByRole('button', { name: 'Accept' });
  await accept.or(title(page, 'Send a draft?')).first().waitFor();
  if (await accept.isVisible()) await pressByKeyboard(page, accept);
  await title(page, 'Send a draft?').waitFor();
  return { ...agent, messageId, url };
}

const title = (page, name) => page.getByRole('heading', { level: 1, name });

/** As somebody without a mouse: from the top, by Tab, and then Enter. */
async function pressByKeyboard(page, button) {
  await button.waitFor();
  for (let tabs = 0; tabs < 60; tabs++) {
    if (await button.evaluate((element) => element === element.ownerDocument.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  must(await button.evaluate((element) => element.matches(':focus-visible')), 'a button cannot be reached by keyboard');
  await page.keyboard.press('Enter');
}

async function assertFits(page) {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = globalThis.document.documentElement;
    return { scrollWidth, clientWidth };
  });
  must(scrollWidth <= clientWidth, `the page is ${scrollWidth} wide in a window of ${clientWidth}`);
}

const picture = (page, name) => page.screenshot({ path: `.behalf/screenshots/approval-${name}.png`, fullPage: true });

function looks(name, options) {
  return {
    options,
    async story({ page, ...others }) {
      await waiting({ page, ...others }, `Offer for the expedition, ${name}`);
      await assertAccessible(page);
      await assertFits(page);
      await picture(page, name);
      await pressByKeyboard(page, page.getByRole('button', { name: 'Decline' }));
      await title(page, 'You declined').waitFor();
      await assertAccessible(page);
      await picture(page, `${name}-declined`);
    },
  };
}

/** Of more than ten people the operator wants to be asked (`policy.yaml`), with what others can write. */
const MANY = {
  to: Array.from({ length: 9 }, (_, index) => `guest${index + 1}@elsewhere.example`),
  cc: ['ben.carter@f\u0435rnglas.example', `${'a-very-long-name-'.repeat(3)}x@evil.example`],
  bcc: ['ben.carter@fernglas.example'],
  body: `${BODY}\n\n<script>alert(1)</script> \u202egpj.exe\u202c ${'W'.repeat(300)}`,
};
const LONG = `Fwd: </title><script>alert(1)</script> \u202etxt.exe\u202c ${'Permafrostbohrkern'.repeat(8)}`;

function looksWithMany(name, options) {
  return {
    options,
    async story({ page, ...others }) {
      await waiting({ page, ...others }, LONG, MANY);
      for (const words of ['Why your organisation asks', 'First mail to these addresses', 'xn--frnglas-7gg.example'])
        must((await page.getByText(words).count()) > 0, `the page does not say "${words}"`);
      await assertAccessible(page);
      await assertFits(page);
      await picture(page, `many-${name}`);
    },
  };
}

/** Pages on which nothing is to be decided. */
function looksRefused(name, options) {
  return {
    options,
    async story({ page, ...others }) {
      const show = async (words, what) => {
        await title(page, words).waitFor();
        await assertAccessible(page);
        await assertFits(page);
        await picture(page, `${what}-${name}`);
      };
      const { url } = await waiting({ page, ...others }, `Offer that is declined, ${name}`);
      await pressByKeyboard(page, page.getByRole('button', { name: 'Decline' }));
      await show('You declined', 'declined');
      await page.goto(url);
      await pressByKeyboard(page, page.getByRole('button', { name: /Anna/ }));
      await show('You declined this', 'declined-before');
      await page.goto(`${url}A`);
      await show('This link cannot be read', 'unknown');
      await page.goto(new URL('callback', url).href);
      await show('This sign-in was not begun in this browser', 'not-begun');
      await page.goto(url);
      await pressByKeyboard(page, page.getByRole('button', { name: /Ben/ }));
      const accept = page.getByRole('button', { name: 'Accept' });
      await accept.or(title(page, 'This request is for another person')).first().waitFor();
      if (await accept.isVisible()) await pressByKeyboard(page, accept);
      await show('This request is for another person', 'other-person');
    },
  };
}

export const APPROVALS = {
  'an approval: what was shown is sent, once, by the keyboard alone': {
    async story({ page, ...others }) {
      const subject = 'Offer that is sent';
      const { sent, messageId, refused, url } = await waiting({ page, ...others }, subject);
      await page.getByText('Reaches people outside').waitFor();
      must((await page.getByText(OUTSIDER).count()) > 0, 'the outsider is not named');
      must((await sent(subject)) === 0, 'it was sent before it was approved');
      await pressByKeyboard(page, page.getByRole('button', { name: 'Approve and do it' }));
      await title(page, 'Done').waitFor();
      await assertAccessible(page);
      await picture(page, 'done');
      must((await sent(subject)) === 1, 'it was not sent once');
      must(
        (await refused('mail_send_draft', { messageId })).message.startsWith('This is done'),
        'the agent is not told',
      );
      await page.goto(url);
      await page.getByRole('button', { name: /Anna/ }).click();
      await title(page, 'This is done already').waitFor();
      must((await sent(subject)) === 1, 'it was sent again');
    },
  },
  'an approval: what is declined is not sent': {
    async story({ page, ...others }) {
      const subject = 'Offer that is declined';
      const { sent, messageId, refused } = await waiting({ page, ...others }, subject);
      await page.getByRole('button', { name: 'Decline' }).click();
      await title(page, 'You declined').waitFor();
      must((await sent(subject)) === 0, 'it was sent');
      must((await refused('mail_send_draft', { messageId })).message.includes('declined'), 'the agent is not told');
    },
  },
  'an approval: a draft that was changed meanwhile is shown anew': {
    async story({ page, ...others }) {
      const { call, sent, messageId } = await waiting({ page, ...others }, 'Offer before');
      await call('mail_update_draft', { messageId, subject: 'Offer after', to: ['outsider@elsewhere.example'] });
      await page.getByRole('button', { name: 'Approve and do it' }).click();
      await page.getByText('It changed after you saw it').waitFor();
      await assertAccessible(page);
      await picture(page, 'changed');
      must((await sent('Offer')) === 0 || (await sent('Offer after')) === 0, 'it was sent unseen');
      await page.getByText('outsider@elsewhere.example').first().waitFor();
      await page.getByRole('button', { name: 'Approve and do it' }).click();
      await title(page, 'Done').waitFor();
      must((await sent('Offer after')) === 1, 'what was shown last was not sent');
    },
  },
  'an approval: the page in light colours': looks('light', { colorScheme: 'light' }),
  'an approval: the page in dark colours': looks('dark', { colorScheme: 'dark' }),
  'an approval: the page in a narrow window': looks('narrow', { colorScheme: 'light', ...PHONE }),
  'an approval: the page in a narrow dark window': looks('narrow-dark', { colorScheme: 'dark', ...PHONE }),
  'an approval: many recipients, words of others and the reason of the operator': looksWithMany('light', {
    colorScheme: 'light',
  }),
  'an approval: the same in a narrow dark window': looksWithMany('narrow-dark', { colorScheme: 'dark', ...PHONE }),
  'an approval: pages that refuse': looksRefused('light', { colorScheme: 'light' }),
  'an approval: pages that refuse, in a narrow dark window': looksRefused('narrow-dark', {
    colorScheme: 'dark',
    ...PHONE,
  }),
  'an approval: the playground shows a card that knows what was decided': {
    async story({ page, context }) {
      await ask(page, `Create an event "Talk with the partner" tomorrow at 16:30 with ${OUTSIDER}`);
      const approve = messages(page).getByRole('button', { name: 'Approve' });
      await approve.or(messages(page).getByText('needs your consent')).first().waitFor();
      if (!(await approve.isVisible())) await consent(page, context, 'Anna');
      await approve.click();
      const card = messages(page).getByRole('group', { name: 'Your approval of calendar_create_event' });
      await card.getByText('Waits for your approval').waitFor();
      await assertAccessible(page);
      await page.screenshot({ path: '.behalf/screenshots/approval-card-waiting.png' });
      const [tab] = await Promise.all([context.waitForEvent('page'), card.getByRole('link').click()]);
      await tab.getByRole('button', { name: /Anna/ }).click();
      const accept = tab.getByRole('button', { name: 'Accept' });
      const approveOnPage = tab.getByRole('button', { name: 'Approve and do it' });
      await accept.or(approveOnPage).first().waitFor();
      if (await accept.isVisible()) await accept.click();
      await approveOnPage.click();
      await title(tab, 'Done').waitFor();
      await tab.close();
      await card.getByText('You approved it, and it was done').waitFor();
      await trace(page).getByText('The person approved calendar_create_event').waitFor();
      await page.screenshot({ path: '.behalf/screenshots/approval-card-approved.png' });
    },
  },
};
