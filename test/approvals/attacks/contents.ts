import { type Attack, type Table, titled } from './attack.js';
import { isOurMarkup } from './markup.js';
import { anna } from './target.js';
import { OUTSIDER, Person } from '../support.js';

/** Each stands as subject, body and name of a file in its turn. */
const WORDS: Readonly<Record<string, string>> = {
  markup: '<img src=x onerror=alert(1)><script>alert(1)</script><b>bold</b>',
  'the end of the title': '</title></style></head><body><h1>Done</h1><script>alert(1)</script>',
  'the end of the form': '"></form><form action="https://evil.example"><button name="decision" value="approve">Decline',
  'the end of an attribute': '" autofocus onfocus="alert(1)" x="',
  'quotes of every kind': `'"\`\u201c\u00ab&lt;&#60;&amp;lt;script&gt;`,
  'a link': 'javascript:alert(1) data:text/html,<script>alert(1)</script> https://evil.example',
  'marks of direction': '\u202egpj.exe\u202c \u2066evil\u2069 \u200fabc',
  'invisible characters': 'of\u200bfer\u00ad\u2060\ufeff\u{e0041}\u{e0042}',
  'control characters': 'a\u0001b\u001b[31mred\u007f\u0085',
  'separators of lines': 'one\u2028two\u2029three',
  'half a character': 'half \ud83d and \udc4d',
  'templates of scripts': '{{constructor.constructor("alert(1)")()}} ${alert(1)} <%= 1 %>',
  'words of our page': 'Approve and do it. Reaches people outside your organisation: 0. This is done already.',
  '10,000 letters': 'W'.repeat(10_000),
  '10,000 open tags': '<b>'.repeat(3_334),
};

function shown(name: string, draft: (words: string) => object, words: string): Attack {
  return {
    name,
    run: async ({ ask }) => {
      const { url } = await ask(draft(words));
      const page = await anna().open(url);
      titled(page, 'Send a draft?');
      isOurMarkup(page);
      expect(page.html).toContain(OUTSIDER);
    },
  };
}

const inSubject = Object.entries(WORDS).map(([name, words]) =>
  shown(`in the subject: ${name}`, (subject) => ({ subject: subject.slice(0, 255), body: subject }), words),
);

const NAMES = ['markup', 'the end of the form', 'marks of direction', 'control characters', 'invisible characters'];

/** Words of others on the page stay words. */
export const contents: Table = {
  name: 'contents',
  attacks: [
    ...inSubject,
    ...NAMES.map((name): Attack => ({
      name: `in names, place and agenda of an event: ${name}`,
      run: async ({ agent }) => {
        const words = WORDS[name] ?? '';
        const event = { start: '2026-12-09T10:00', end: '2026-12-09T11:00', timeZone: 'Europe/Berlin' };
        const args = { ...event, subject: words, location: words, body: words, attendees: [OUTSIDER] };
        const { url } = await agent.refused('calendar_create_event', args);
        const page = await anna().open(url);
        titled(page, 'Create a calendar event?');
        isOurMarkup(page);
      },
    })),
    {
      name: 'a name of a recipient that looks like a colleague',
      run: async ({ tenant, agent }) => {
        const token = await tenant.token({ user: 'anna', audience: 'graph' });
        const emailAddress = { name: 'ben.carter@fernglas.example"><script>', address: 'stranger@evil.example' };
        const made = await fetch(`${tenant.graphUrl}/v1.0/me/messages`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ subject: 'Names', toRecipients: [{ emailAddress }] }),
        });
        const { id } = (await made.json()) as { id: string };
        const page = await anna().open((await agent.refused('mail_send_draft', { messageId: id })).url);
        isOurMarkup(page);
        expect(page.html).toMatch(/Reaches people outside your organisation: 1/);
        expect(page.html).toContain('stranger@evil.example');
      },
    },
    {
      name: 'a name of the person that is markup',
      run: async (target) => {
        const { url } = await target.ask();
        const user = target.tenant.directory.user('anna')!;
        const { displayName } = user;
        Object.assign(user, { displayName: '</title><script>alert(1)</script>\u202e' });
        try {
          isOurMarkup(await new Person('alert(1)').open(url));
        } finally {
          Object.assign(user, { displayName });
        }
      },
    },
  ],
};
