import { rpc } from '../../support/mcp.js';
import { Browser } from '../browser.js';
import { type Attack, hidden, refused, type Table } from './attack.js';
import { anna, type Target } from './target.js';
import { DEEP } from '../../support/depth.js';

const MANY = DEEP ? 100 : 25;

/** The agent goes to the page with what it has. */
function visits(name: string, headers: (target: Target) => Record<string, string>): Attack {
  return {
    name,
    run: async (target) => {
      const { url } = await target.ask();
      const browser = new Browser();
      hidden(await browser.open(url, headers(target)));
      const form = new URLSearchParams({ shown: url.slice(url.lastIndexOf('/') + 1), decision: 'approve' });
      const post = { origin: new URL(url).origin, 'sec-fetch-site': 'same-origin', ...headers(target) };
      const page = await browser.post(new URL('decide', target.pages), form, post);
      refused(page, 'This did not come from the page of approval');
    },
  };
}

/** The agent says in its call that the person agreed. */
function claims(name: string, params: (messageId: string, url: string) => object): Attack {
  return {
    name,
    run: async ({ agent, main, ask }) => {
      const { messageId, url } = await ask();
      const { body, status, text } = await rpc(main.url, agent.token, 'tools/call', params(messageId, url));
      expect(body.result?.isError === true || body.error !== undefined || status >= 400).toBe(true);
      expect(text).toMatch(/approval_required|invalid_arguments|-32602|Unknown/);
    },
  };
}

const send =
  (more: object, args: object = {}) =>
  (messageId: string) => ({
    name: 'mail_send_draft',
    arguments: { messageId, ...args },
    ...more,
  });

/** What a model or its host can try by itself. */
export const agents: Table = {
  name: 'agents',
  attacks: [
    visits('with its token as bearer', ({ agent }) => ({ authorization: `Bearer ${agent.token}` })),
    visits('with its token as a cookie of a sign-in', ({ agent }) => ({
      cookie: `__Host-behalf-approval-AAAAAAAA=${agent.token}; ESTSAUTH=${agent.token}`,
    })),
    visits('with headers that name the person', ({ tenant }) => ({
      'x-ms-client-principal-id': tenant.directory.user('anna')?.id ?? '',
      'x-ms-client-principal-name': 'anna.berg@fernglas.example',
      'x-forwarded-user': 'anna.berg@fernglas.example',
    })),
    {
      name: 'with a token that names this API as its client, at /mcp',
      run: async ({ tenant, main }) => {
        const token = await tenant.token({ user: 'anna', client: 'behalf-api' });
        const { status } = await rpc(main.url, token, 'tools/list');
        expect(status).toBe(401);
      },
    },
    {
      name: 'with its token as the code of a sign-in',
      run: async (target) => {
        const person = anna();
        person.browser.stopsBefore = '/approvals/callback';
        const back = (await person.open((await target.ask()).url)).next!;
        person.browser.stopsBefore = undefined;
        back.searchParams.set('code', target.agent.token);
        refused(await person.browser.open(back), 'You did not sign in');
      },
    },
    claims('with an argument that says approved', send({}, { approved: true })),
    claims('with the version as an argument', send({}, { version: '1', recipients: 'x' })),
    claims('with a confirmation beside the arguments', send({ _meta: { approved: true, 'behalf/approved': true } })),
    claims(
      'with an answer to a question nobody asked',
      send({
        inputResponses: { approval: { action: 'accept', content: { approved: true } } },
      }),
    ),
    claims('with the link as the id of the draft', (_, url) => ({
      name: 'mail_send_draft',
      arguments: { messageId: url },
    })),
    {
      name: `${MANY} times in a row`,
      run: async ({ agent, ask }) => {
        const { messageId, url } = await ask();
        for (let times = 0; times < MANY; times++)
          expect(await agent.refused('mail_send_draft', { messageId })).toMatchObject({ code: 'approval_required' });
        expect(url).not.toBe('');
      },
    },
  ],
};
