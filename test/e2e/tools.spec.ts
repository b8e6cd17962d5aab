import { TOOLS } from '@app/domain';
import { type Behalf, startBehalf } from '../support/behalf.js';
import { clockFrom, ORDINARY_DAY } from '../support/clock.js';
import { callTool, rpc, toolData, toolError } from '../support/mcp.js';
import { DEFAULT_SCOPES } from '../support/scopes.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';
import { keptOpen } from '../support/keep-open.js';

interface Listed {
  readonly timeZone: string;
  readonly events: {
    readonly id: string;
    readonly subject: string;
    readonly start: string;
    readonly response?: string;
    readonly kind?: string;
  }[];
  readonly hasMore: boolean;
  readonly cursor?: string;
  readonly notes?: string[];
}

let tenant: LocalTenant;
const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant({ clock: clockFrom(ORDINARY_DAY) }));
});

describe.each(['obo', 'passthrough'] as const)('the tools, with TOKEN_MODE=%s', (TOKEN_MODE) => {
  const audience = TOKEN_MODE === 'passthrough' ? 'graph' : undefined;
  const tokenOf = (user: string, scope = DEFAULT_SCOPES) => tenant.token({ user, scope, audience });
  let behalf: Behalf;
  let anna: string;
  let ben: string;

  const keep = keptOpen();
  beforeAll(async () => {
    behalf = await keep(startBehalf(tenant, { env: { TOKEN_MODE, ...(audience && { APPROVALS: 'off' }) } }));
    [anna, ben] = await Promise.all([tokenOf('anna'), tokenOf('ben')]);
  });

  const list = (token: string, args: object = {}) =>
    toolData<Listed>(behalf.url, token, 'calendar_list_events', { from: day(0), to: day(14), limit: 50, ...args });

  it('get_my_context tells who, where and when', async () => {
    expect(await toolData(behalf.url, anna, 'get_my_context')).toMatchObject({
      actingAs: { displayName: 'Anna Berg' },
      timeZone: 'Europe/Berlin',
      windowsTimeZone: 'W. Europe Standard Time',
      workingHours: { timeZone: 'Europe/Berlin' },
      unavailableTools: [
        { tool: 'calendar_list_shared_events', switchedOff: 'toolset_off' },
        { tool: 'calendar_find_rooms', switchedOff: 'toolset_off' },
      ],
    });
  });

  it('get_my_context says what a missing scope costs', async () => {
    const data = await toolData(
      behalf.url,
      await tokenOf('anna', 'User.Read People.Read Calendars.ReadBasic Mail.ReadWrite Mail.Send Files.ReadWrite'),
      'get_my_context',
    );
    expect(data).toMatchObject({
      timeZone: 'UTC',
      notes: [expect.stringContaining('MailboxSettings.Read')],
      unavailableTools: [
        { tool: 'calendar_find_meeting_times', missingScopes: ['Calendars.Read.Shared'] },
        { tool: 'calendar_create_event', missingScopes: ['Calendars.ReadWrite'] },
        { tool: 'calendar_update_event', missingScopes: ['Calendars.ReadWrite'] },
        { tool: 'calendar_cancel_event', missingScopes: ['Calendars.ReadWrite'] },
        { tool: 'calendar_respond', missingScopes: ['Calendars.ReadWrite'] },
        { tool: 'calendar_list_shared_events', switchedOff: 'toolset_off' },
        { tool: 'calendar_find_rooms', switchedOff: 'toolset_off' },
      ],
    });
  });

  it('calendar_list_calendars gives ids that calendar_list_events takes', async () => {
    const { calendars } = await toolData<{ calendars: { id: string; isDefault: boolean }[] }>(
      behalf.url,
      anna,
      'calendar_list_calendars',
    );
    const standard = calendars.find(({ isDefault }) => isDefault);
    expect((await list(anna, { calendarId: standard?.id })).events).toEqual((await list(anna)).events);
  });

  it('calendar_list_events answers in the zone of the mailbox, ordered by start', async () => {
    const { timeZone, events } = await list(anna);
    expect(timeZone).toBe('Europe/Berlin');
    expect(events.length).toBeGreaterThan(3);
    expect(events.map(({ kind }) => kind)).not.toContain('series');
  });

  it('calendar_list_events pages to the same list', async () => {
    const whole = await list(anna);
    const paged: Listed['events'] = [];
    let page = await list(anna, { limit: 3 });
    paged.push(...page.events);
    while (page.cursor) {
      page = await list(anna, { limit: 3, cursor: page.cursor });
      paged.push(...page.events);
    }
    expect(paged.map(({ id }) => id)).toEqual(whole.events.map(({ id }) => id));
  });

  it('calendar_get_event gives the body only to whom may read it', async () => {
    const { events } = await list(anna);
    const details = await Promise.all(
      events.map(({ id }) => toolData(behalf.url, anna, 'calendar_get_event', { eventId: id })),
    );
    const index = details.findIndex(({ untrustedBody }) => typeof untrustedBody === 'string');
    expect(index).toBeGreaterThanOrEqual(0);
    const basic = await tokenOf('anna', 'User.Read Calendars.ReadBasic');
    const poorer = await toolData(behalf.url, basic, 'calendar_get_event', { eventId: events[index]!.id });
    expect(poorer).toMatchObject({ notes: expect.arrayContaining([expect.stringContaining('Calendars.Read')]) });
    expect(poorer).not.toHaveProperty('untrustedBody');
  });

  it('calendar_create_event makes one event, once, for its caller alone', async () => {
    const subject = `Tool test ${TOKEN_MODE}`;
    const args = { subject, start: `${day(3)}T15:00`, end: `${day(3)}T15:30`, body: 'Agenda' };
    const first = await toolData<{ done: boolean; actingAs: string; event: { id: string } }>(
      behalf.url,
      anna,
      'calendar_create_event',
      args,
    );
    const second = await toolData<{ event: { id: string } }>(behalf.url, anna, 'calendar_create_event', args);
    expect(first).toMatchObject({ done: true, actingAs: 'Anna Berg', event: { subject } });
    expect(second.event.id).toBe(first.event.id);
    expect((await list(anna)).events.filter((event) => event.subject === subject)).toHaveLength(1);
    expect((await list(ben)).events.filter((event) => event.subject === subject)).toHaveLength(0);
    expect(
      (await callTool(behalf.url, ben, 'calendar_get_event', { eventId: first.event.id })).body.result?.isError,
    ).toBe(true);
  });

  it('calendar_create_event changes nothing on a dry run and names who would be invited and what is in the way', async () => {
    const times = { start: `${day(4)}T16:00`, end: `${day(4)}T16:30` };
    await toolData(behalf.url, anna, 'calendar_create_event', { subject: `In the way ${TOKEN_MODE}`, ...times });
    const dry = await toolData(behalf.url, anna, 'calendar_create_event', {
      subject: `Dry ${TOKEN_MODE}`,
      ...times,
      attendees: ['ben.carter@fernglas.example'],
      dryRun: true,
    });
    expect(dry).toMatchObject({
      done: false,
      notified: ['ben.carter@fernglas.example'],
      conflicts: expect.arrayContaining([expect.objectContaining({ subject: `In the way ${TOKEN_MODE}` })]),
    });
    expect((await list(anna)).events.map(({ subject }) => subject)).not.toContain(`Dry ${TOKEN_MODE}`);
  });

  it('calendar_create_event keeps 09:00 across the end of summer time', async () => {
    const made = await toolData<{ event: { id: string } }>(behalf.url, anna, 'calendar_create_event', {
      subject: `Across DST ${TOKEN_MODE}`,
      start: '2027-10-29T09:00',
      end: '2027-10-29T09:30',
      timeZone: 'Europe/Berlin',
      repeat: 'weekly',
      count: 3,
    });
    expect(made.event.id).toBeTruthy();
    const { events } = await list(anna, { from: '2027-10-25', to: '2027-11-15', query: `Across DST ${TOKEN_MODE}` });
    expect(events.map(({ start }) => start)).toEqual([
      '2027-10-29T09:00+02:00',
      '2027-11-05T09:00+01:00',
      '2027-11-12T09:00+01:00',
    ]);
  });

  it('calendar_respond answers an invitation, and the organizer cannot', async () => {
    const invitation = await toolData<{ event: { id: string } }>(behalf.url, ben, 'calendar_create_event', {
      subject: `Please come ${TOKEN_MODE}`,
      start: `${day(5)}T12:00`,
      end: `${day(5)}T12:30`,
      timeZone: 'UTC',
      attendees: ['anna.berg@fernglas.example'],
    });
    const received = (await list(anna, { query: `Please come ${TOKEN_MODE}` })).events[0]!;
    expect(received.response).toBe('notResponded');
    const dry = await toolData(behalf.url, anna, 'calendar_respond', {
      eventId: received.id,
      response: 'accept',
      dryRun: true,
    });
    expect(dry).toMatchObject({ done: false, notified: ['ben.carter@fernglas.example'] });
    await toolData(behalf.url, anna, 'calendar_respond', {
      eventId: received.id,
      response: 'accept',
      comment: 'Gladly',
    });
    expect((await list(anna, { query: `Please come ${TOKEN_MODE}` })).events[0]).toMatchObject({
      response: 'accepted',
    });
    const refused = toolError(
      await callTool(behalf.url, ben, 'calendar_respond', { eventId: invitation.event.id, response: 'accept' }),
    );
    expect(refused.code).toBe('not_allowed');
  });

  it('calendar_respond wants to know whether one occurrence or the series is meant', async () => {
    await toolData(behalf.url, ben, 'calendar_create_event', {
      subject: `Every day ${TOKEN_MODE}`,
      start: `${day(6)}T08:00`,
      end: `${day(6)}T08:15`,
      timeZone: 'UTC',
      repeat: 'daily',
      count: 3,
      attendees: ['anna.berg@fernglas.example'],
    });
    const occurrence = (await list(anna, { query: `Every day ${TOKEN_MODE}` })).events[0]!;
    const args = { eventId: occurrence.id, response: 'tentative' };
    expect(toolError(await callTool(behalf.url, anna, 'calendar_respond', args))).toMatchObject({
      code: 'invalid_arguments',
      userAction: expect.stringContaining('occurrence'),
    });
    await toolData(behalf.url, anna, 'calendar_respond', { ...args, scope: 'occurrence' });
    const answers = (await list(anna, { query: `Every day ${TOKEN_MODE}` })).events.map(({ response }) => response);
    expect(answers).toEqual(['tentative', 'notResponded', 'notResponded']);
  });

  it('shows the tools a token can use, and refuses the others naming the scope', async () => {
    const reader = await tokenOf('anna', 'User.Read Calendars.Read');
    const listed = (await rpc(behalf.url, reader, 'tools/list')).body.result?.tools?.map(({ name }) => name);
    const usable = ['User.Read', 'Calendars.Read', 'Calendars.ReadBasic'];
    const readable = TOOLS.filter(({ requiredScopes }) => requiredScopes.every((scope) => usable.includes(scope)));
    expect(listed).toEqual(readable.map(({ name }) => name));
    expect(listed).toContain('calendar_get_event');
    const refused = await callTool(behalf.url, reader, 'calendar_create_event', { subject: 'x', start: 'x', end: 'x' });
    expect(refused.status).toBe(403);
    expect(refused.challenge).toContain('error="insufficient_scope"');
    expect(refused.challenge).toContain('/Calendars.ReadWrite');
  });
});

function day(offset: number): string {
  return new Date(Date.parse(ORDINARY_DAY) + offset * 86_400_000).toISOString().slice(0, 10);
}
