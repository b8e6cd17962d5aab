import { type Ask, GraphHarness } from './harness.js';
import { keptOpen } from '../../support/keep-open.js';

let graph: GraphHarness;

const keep = keptOpen();
beforeAll(async () => {
  graph = await keep(GraphHarness.open([/(body|bodyPreview|hasAttachments) was selected and is missing/]));
});

const VIEW = 'startDateTime=2026-11-22T00:00:00Z&endDateTime=2026-12-12T00:00:00Z&$top=100';
const ACCESS_DENIED = { code: 'ErrorAccessDenied', message: 'Access is denied. Check credentials and try again.' };

async function subjects(path: string, ask: Ask): Promise<string[]> {
  const { body } = await graph.ask(path, ask);
  return (body.value as { subject: string }[]).map(({ subject }) => subject);
}

describe('a token', () => {
  it.each(['', 'expired:', 'forged:', 'nonsense:'])(
    'that is no good (%s) is answered 401 with a challenge',
    async (token) => {
      const { status, headers, body } = await graph.ask('/me/calendars', { token });
      expect([status, body.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
      expect(headers.get('www-authenticate')).toMatch(
        /^Bearer realm="", authorization_uri="https:\S+", client_id="[\w-]+"$/,
      );
    },
  );

  it('whose session needs more is answered with the claims it needs', async () => {
    const { status, headers } = await graph.ask('/me', { token: 'step-up:' });
    const challenge = headers.get('www-authenticate') ?? '';
    const claims = /claims="([^"]+)"/.exec(challenge)?.[1] ?? '';
    expect([status, challenge]).toEqual([401, expect.stringContaining('error="insufficient_claims"')]);
    expect(JSON.parse(Buffer.from(claims, 'base64').toString())).toHaveProperty('access_token.acrs.essential', true);
  });

  it('without a person is not taken at /me', async () => {
    const { status, body } = await graph.ask('/me/events', { token: 'app:' });
    expect([status, body.error]).toEqual([
      400,
      expect.objectContaining({
        code: 'BadRequest',
        message: '/me request is only valid with delegated authentication flow.',
      }),
    ]);
  });

  it.each([
    ['GET', '/me/calendarView', 'MailboxSettings.Read'],
    ['POST', '/me/events', 'Calendars.Read'],
    ['DELETE', '/me/events/x', 'Calendars.Read.Shared'],
    ['POST', '/me/events/x/accept', 'Calendars.Read'],
    ['PATCH', '/me/mailboxSettings', 'MailboxSettings.Read'],
    ['POST', '/me/findMeetingTimes', 'Calendars.ReadWrite'],
  ])('does not open %s %s with %s', async (method, path, scope) => {
    const { status, body } = await graph.ask(path, { method, scopes: [scope] });
    expect([status, body.error]).toEqual([403, expect.objectContaining(ACCESS_DENIED)]);
  });

  it('without a directory permission is told so in the words of the directory', async () => {
    const { status, body } = await graph.ask('/me', { scopes: ['Calendars.Read'] });
    expect([status, body.error.code]).toEqual([403, 'Authorization_RequestDenied']);
  });

  it.each([
    ['/me/calendars', 'Calendars.ReadBasic'],
    [`/me/calendarView?${VIEW}`, 'Calendars.ReadWrite'],
    [`/me/events`, 'Calendars.Read.Shared'],
    ['/me/mailboxSettings', 'MailboxSettings.ReadWrite'],
  ])('opens %s with %s', async (path, scope) => {
    expect((await graph.ask(path, { scopes: [scope] })).status).toBe(200);
  });
});

describe('Calendars.ReadBasic', () => {
  it('shows no body, even when it is selected', async () => {
    for (const select of ['', '&$select=subject,body,bodyPreview,hasAttachments']) {
      const { body } = await graph.ask(`/me/calendarView?${VIEW}${select}`, { scopes: ['Calendars.ReadBasic'] });
      for (const event of body.value) {
        expect(event).toHaveProperty('subject');
        for (const name of ['body', 'bodyPreview', 'hasAttachments']) expect(event).not.toHaveProperty(name);
      }
    }
  });
});

describe('two people', () => {
  it('see calendars without one subject in common but for what one invited the other to', async () => {
    const [annas, bens] = [
      await subjects(`/me/calendarView?${VIEW}`, { as: 'anna' }),
      await subjects(`/me/calendarView?${VIEW}`, { as: 'ben' }),
    ];
    const common = annas.filter((subject) => bens.includes(subject));
    expect([...new Set(common)].sort()).toEqual(['Cider label tasting', 'Snowfall forecast for the orchards']);
    expect(Math.min(annas.length, bens.length)).toBeGreaterThanOrEqual(8);
  });

  it("cannot reach each other's events by id, in any way", async () => {
    const { body } = await graph.ask(`/me/calendarView?${VIEW}`, { as: 'ben' });
    const calendars = await graph.ask('/me/calendars', { as: 'ben' });
    for (const { id } of body.value as { id: string }[]) {
      for (const method of ['GET', 'PATCH', 'DELETE']) {
        const answer = await graph.ask(`/me/events/${id}`, {
          method,
          body: method === 'PATCH' ? { subject: 'taken' } : undefined,
        });
        expect([answer.status, answer.body.error.code]).toEqual([404, 'ErrorItemNotFound']);
      }
    }
    for (const { id } of calendars.body.value as { id: string }[]) {
      expect((await graph.ask(`/me/calendars/${id}/calendarView?${VIEW}`)).status).toBe(404);
    }
  });
});

describe("somebody else's calendar", () => {
  const path = `/users/anna@fernglas.example/calendar/calendarView?${VIEW}`;

  it('opens to whom it is shared with, with a permission for shared calendars', async () => {
    const seen = await subjects(path, { as: 'ben', scopes: ['Calendars.Read.Shared'] });
    expect(seen).toContain('Glacier model review');
    expect(seen).toContain('Private Appointment');
    expect(seen).not.toContain('Dentist in the Lindenstrasse');
  });

  it.each([
    ['ben', ['Calendars.Read'], 403],
    ['chitra', ['Calendars.Read.Shared'], 403],
    ['otto', ['Calendars.Read.Shared'], 404],
    ['anna', ['Calendars.Read'], 200],
  ] as const)('answers %s with %s: %i', async (as, scopes, status) => {
    expect((await graph.ask(path, { as, scopes })).status).toBe(status);
  });

  it('shows one event of it, and lets nobody change it', async () => {
    const { body } = await graph.ask(path, { as: 'ben' });
    const event = `/users/anna@fernglas.example/events/${body.value[0].id}`;
    expect((await graph.ask(event, { as: 'ben' })).body).toMatchObject({
      subject: 'Glacier model review',
      isOrganizer: false,
    });
    expect((await graph.ask(event, { as: 'ben', method: 'DELETE' })).status).toBe(403);
    const post = { method: 'POST', as: 'ben', body: { subject: 'x' } } as const;
    expect((await graph.ask('/users/anna@fernglas.example/calendar/events', post)).status).toBe(403);
  });

  it('is only the default one', async () => {
    const own = await graph.ask('/me/calendars');
    const [, family] = own.body.value as { id: string }[];
    const answer = await graph.ask(`/users/anna@fernglas.example/calendars/${family?.id}/calendarView?${VIEW}`, {
      as: 'ben',
    });
    expect(answer.status).toBe(404);
    const listed = await graph.ask('/users/anna@fernglas.example/calendars', { as: 'ben' });
    expect(listed.body.value).toHaveLength(1);
  });
});

describe('a guest', () => {
  it('has a profile here and the mailbox elsewhere', async () => {
    expect((await graph.ask('/me', { as: 'eva' })).body).toMatchObject({ displayName: 'Eva Lind' });
    const { status, body } = await graph.ask('/me/calendars', { as: 'eva' });
    expect([status, body.error.code]).toEqual([404, 'MailboxNotEnabledForRESTAPI']);
  });
});
