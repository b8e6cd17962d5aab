import { TOOLS } from '@app/domain';
import { ADDRESS, type Fixture, WORLDS } from '../dry-runs/adapters.js';
import { keptOpen } from '../support/keep-open.js';

interface UndoCall {
  readonly tool: string;
  readonly arguments: object;
}

type Data = Record<string, unknown> & { readonly undo?: UndoCall | UndoCall[]; readonly cannotBeUndone?: string };

const WHEN = { start: '2026-02-02T10:00', end: '2026-02-02T11:00', timeZone: 'Europe/Berlin' };
const RANGE = { from: '2026-02-01', to: '2026-02-20', timeZone: 'Europe/Berlin' };

describe.each(WORLDS)('What a write says of taking it back, %s,', (_where, open) => {
  const keep = keptOpen();
  const said = new Set<string>();
  let fixture: Fixture;

  beforeAll(async () => {
    fixture = await keep(open());
  });

  const call = (name: string, args: object, who: 'anna' | 'ben' = 'anna') => fixture.call<Data>(name, args, { who });
  const write = async (name: string, args: object) => {
    const data = await call(name, args);
    expect({ name, says: data.undo !== undefined || data.cannotBeUndone !== undefined }).toEqual({ name, says: true });
    said.add(name);
    return data;
  };
  const dryRun = async (name: string, args: object) => {
    const { undo, cannotBeUndone } = await call(name, { ...args, dryRun: true });
    expect([undo, cannotBeUndone]).toEqual([undefined, undefined]);
  };
  /** Does it, takes it back, and compares what can be seen. */
  const comesBack = async (name: string, args: object, state: () => Promise<unknown>) => {
    const before = await state();
    await dryRun(name, args);
    const { undo } = await write(name, args);
    expect(await state()).not.toEqual(before);
    for (const { tool, arguments: back } of [undo ?? []].flat()) await call(tool, back);
    expect(await state()).toEqual(before);
  };
  const draft = async (more: object = {}) =>
    String(
      (await call('mail_create_draft', { to: [ADDRESS.ben], subject: 'Plan', body: 'Words', ...more }))['messageId'],
    );
  const event = async (more: object = {}, who: 'anna' | 'ben' = 'anna') =>
    ((await call('calendar_create_event', { subject: 'Plan', ...WHEN, ...more }, who))['event'] as { id: string }).id;
  const list = async (name: string, key: string, args: object) =>
    ((await call(name, args))[key] as Record<string, unknown>[]).map(({ version: _, modified: __, ...seen }) => seen);

  it('brings back the calendar before an event was made, once or many times', async () => {
    const state = () => list('calendar_list_events', 'events', RANGE);
    await comesBack('calendar_create_event', { subject: 'New', ...WHEN }, state);
    await comesBack('calendar_create_event', { subject: 'Weekly', ...WHEN, repeat: 'weekly' }, state);
  });

  it.each([
    { subject: 'Other', location: 'Room 9', showAs: 'free', private: true },
    { start: '2026-02-03T15:00', end: '2026-02-03T17:30', timeZone: 'Europe/Berlin' },
    { start: '2026-02-03', end: '2026-02-04', allDay: true },
    { addAttendees: [ADDRESS.eva], removeAttendees: [ADDRESS.ben] },
  ])('brings back an event before %j', async (change) => {
    const eventId = await event({ location: 'Room 7', attendees: [ADDRESS.ben], subject: JSON.stringify(change) });
    const state = async () => {
      const { event: seen, attendees } = await call('calendar_get_event', { eventId, timeZone: 'Europe/Berlin' });
      const people = JSON.stringify(attendees ?? (seen as Data)['attendees']).match(/[\w.]+@[\w.]+/g);
      const { subject, start, end, location, showAs, private: isPrivate, allDay } = seen as Data;
      return { subject, start, end, location, showAs, isPrivate, allDay, people: people?.sort() };
    };
    await comesBack('calendar_update_event', { eventId, ...change }, state);
  });

  it.each([
    { start: '2026-02-03T15:00', end: '2026-02-03T17:30' },
    { start: '2026-02-02', end: '2026-02-02', allDay: true },
    { subject: 'Weekly, moved', start: '2026-02-02T08:00' },
  ])('brings back a series before %j', async (change) => {
    const subject = `Series ${JSON.stringify(change)}`;
    const eventId = await event({ subject, repeat: 'weekly', count: 3 });
    const state = async () => {
      const { occurrences } = await call('calendar_list_occurrences', {
        eventId,
        from: '2026-02-01',
        to: '2026-03-01',
      });
      return (occurrences as Data[]).map(({ start, end, allDay }) => ({ start, end, allDay }));
    };
    const timeZone = 'allDay' in change ? {} : { timeZone: 'Europe/Berlin' };
    await comesBack('calendar_update_event', { eventId, scope: 'series', ...change, ...timeZone }, state);
  });

  it('deletes no file that was made, once somebody else has changed it', async () => {
    const args = { name: 'joint.md', content: 'x' };
    const { undo, item } = await write('files_write_text', args);
    const { version } = item as { version: string };
    const changed = { ...args, content: 'y', ifExists: 'replace', version };
    await write('files_write_text', changed);
    const { tool, arguments: back } = undo as UndoCall;
    await expect(call(tool, back)).rejects.toMatchObject({ message: expect.stringContaining('changed since') });
  });

  it('brings back the answer before, and says where there was none', async () => {
    await event({ subject: 'Invited', attendees: [ADDRESS.anna] }, 'ben');
    const invited = async () =>
      (await list('calendar_list_events', 'events', RANGE)).find(({ subject }) => subject === 'Invited');
    const eventId = String((await invited())?.['id']);
    const first = await write('calendar_respond', { eventId, response: 'tentative' });
    expect(first.cannotBeUndone).toContain('first answer');
    await comesBack('calendar_respond', { eventId, response: 'accept' }, invited);
  });

  it('brings back mail', async () => {
    const drafts = () => list('mail_search', 'messages', { folder: 'drafts' });
    await comesBack('mail_create_draft', { to: [ADDRESS.ben], subject: 'New', body: 'x' }, drafts);
    const [messageId, other] = [await draft({ cc: [ADDRESS.eva] }), await draft({ subject: 'Other' })];
    const whole = async () => {
      const { to, cc, bcc, subject, untrustedBody } = await call('mail_get_message', { messageId });
      return { to, cc, bcc, subject, untrustedBody };
    };
    const change = { to: [ADDRESS.eva], cc: [], bcc: [ADDRESS.ben], subject: 'Changed', body: 'Other words\n"quoted"' };
    await comesBack('mail_update_draft', { messageId, ...change }, whole);
    await call('mail_organize', { messageIds: [other], flag: 'flagged', categories: ['Red'] });
    const marks = { read: false, flag: 'complete', categories: ['Blue'], moveTo: 'archive' };
    const both = async () => [await drafts(), await list('mail_search', 'messages', { folder: 'archive' })];
    await comesBack('mail_organize', { messageIds: [messageId, other], ...marks }, both);
  });

  it('brings back files', async () => {
    const top = () => list('files_list_folder', 'items', {});
    await comesBack('files_create_folder', { name: 'Folder of undo' }, top);
    await comesBack('files_write_text', { name: 'undo.md', content: 'x' }, top);
    const { item } = await call('files_write_text', { name: 'before.md', content: 'x' });
    const { itemId, version } = item as { itemId: string; version: string };
    await call('files_create_folder', { name: 'Elsewhere' });
    await comesBack('files_move_rename', { itemId, name: 'after.md' }, top);
    const elsewhere = (await top()).find(({ name }) => name === 'Elsewhere')?.['itemId'];
    const inside = () => list('files_list_folder', 'items', { folderId: elsewhere });
    await comesBack('files_move_rename', { itemId, name: 'moved.md', toFolderId: elsewhere }, inside);
    const present = String(
      ((await call('files_get_item', { itemId }))['item'] as Data | undefined)?.['version'] ?? version,
    );
    const replaced = { name: 'before.md', content: 'y', ifExists: 'replace', version: present };
    expect((await write('files_write_text', replaced)).cannotBeUndone).toContain('version history');
    expect((await write('files_share', { itemId, people: [ADDRESS.ben] })).cannotBeUndone).toContain('Manage access');
    expect((await write('files_delete', { itemId })).cannotBeUndone).toContain('recycle bin');
  });

  it('needs an approval of its own where it reaches people outside', async () => {
    const policy = { approvals: 'external' } as const;
    const waits = async ({ undo }: Data) => {
      for (const { tool, arguments: back } of [undo ?? []].flat())
        expect(await fixture.outcome(tool, back, { policy })).toEqual({ refused: 'approval_required' });
    };
    const made = await write('calendar_create_event', { subject: 'Outside', ...WHEN, attendees: [ADDRESS.eva] });
    await waits(made);
    const eventId = (made['event'] as { id: string }).id;
    await waits(await write('calendar_update_event', { eventId, location: 'Elsewhere' }));
    await waits(await write('calendar_update_event', { eventId, removeAttendees: [ADDRESS.eva] }));
    const folder = await write('files_create_folder', { name: 'Joint' });
    const { itemId } = folder['item'] as { itemId: string };
    await write('files_share', { itemId, people: [ADDRESS.eva] });
    await waits(folder);
    await waits(await write('files_write_text', { folderId: itemId, name: 'joint.md', content: 'x' }));
    await waits(await write('files_move_rename', { itemId, name: 'Renamed' }));
  });

  it('is said where nothing can be taken back', async () => {
    const meeting = await event({ attendees: [ADDRESS.ben], subject: 'Off' });
    expect((await write('calendar_cancel_event', { eventId: meeting })).cannotBeUndone).toContain('cancellation');
    const alone = await event({ subject: 'Alone' });
    expect((await write('calendar_cancel_event', { eventId: alone })).cannotBeUndone).toContain('Deleted Items');
    expect((await write('mail_send_draft', { messageId: await draft() })).cannotBeUndone).toContain('sent mail');
  });

  it('is said by every tool that writes', () => {
    const writing = TOOLS.filter(({ annotations }) => !annotations.readOnlyHint).map(({ name }) => name);
    expect([...said].sort()).toEqual(writing.sort());
  });
});
