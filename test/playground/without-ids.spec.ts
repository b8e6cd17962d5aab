import fc from 'fast-check';
import { withoutIds } from '../../apps/playground/src/chat/without-ids.js';
import { toText } from '../../libs/domain/src/answer/to-text.js';

const ID = 'AAkALFodTES-l6_LUEzqlt88vyRBGAAAA=';
const WORDS = 'Order id: 123, "urgent", eventId: AAMk=, \\';
const event = (start: string) => ({ id: ID, subject: WORDS, start });

const shown = (data: Record<string, unknown>) => withoutIds(toText('Two sentences. id: kept', data));

describe('What the page shows of a result', () => {
  it('has no ids of a few things, of many, or of one', () => {
    const starts = ['2026-11-23T09:00+01:00', '2026-11-24T09:00+01:00', '2026-11-25T09:00+01:00'];
    for (const count of [1, 2, 3]) {
      const text = shown({ events: starts.slice(0, count).map(event), cursor: 'abc.def', hasMore: true });
      expect(text).not.toContain('AAkAL');
      expect(text).not.toContain('cursor');
      expect(text.split(JSON.stringify(WORDS)).length - 1).toBe(count);
      for (const start of starts.slice(0, count)) expect(text).toContain(start);
    }
    expect(shown({ events: starts.map(event) })).toContain('3 events (subject, start):');
    expect(shown({ event: event('2026-11-23') })).not.toContain('AAkAL');
  });

  it('has what is beside an id that stands last, and every line that is not about ids', () => {
    const list = [1, 2, 3].map((number) => ({ name: `Folder ${number}`, unread: number, parentId: ID }));
    expect(shown({ folders: list })).toMatch(/3 folders \(name\):\n- "Folder 1", unread: 1\n- "Folder 2", unread: 2/);
    expect(shown({ messages: [{ messageId: ID }] })).not.toContain(ID);
    expect(shown({ timeZone: 'Europe/Berlin' })).toContain('Two sentences. id: kept\ntimeZone: "Europe/Berlin"');
  });

  it.each([1, 2, 3, 4])('leaves the words of a body and of %d subjects as they are', (count) => {
    const body = fc.stringMatching(/^[\w ,":=\n\\-]{0,40}$/);
    fc.assert(
      fc.property(body, fc.stringMatching(/^[\w ,":=\\-]{0,30}$/), (words, subject) => {
        const events = Array.from({ length: count }, () => ({ id: ID, subject }));
        const text = shown({ events, untrustedBody: `id: 7\n${words}\n2 events (id, x):` });
        expect(text).toContain(`id: 7\n${words}\n2 events (id, x):`);
        expect(text.split(JSON.stringify(subject)).length - 1).toBeGreaterThanOrEqual(count);
        expect(text).not.toContain(ID);
      }),
    );
  });
});
