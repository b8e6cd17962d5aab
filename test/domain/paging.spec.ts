import { type Caller, CursorSeal, DomainError } from '@app/domain';
import { z } from 'zod';
import { Paging } from '../../libs/domain/src/paging/paging.js';
import { aCaller } from '@app/testing';

const SECRET = 'what all replicas of a server share';
const POSITION = { at: 'the end of the first page, with ümlauts and 日本語' };
const shape = z.strictObject({ at: z.string() });

interface Call {
  readonly caller?: Caller;
  readonly tool?: string;
  readonly secret?: string;
  readonly args?: Readonly<Record<string, unknown>>;
}

function pages({
  caller = aCaller(),
  tool = 'things_list',
  secret = SECRET,
  args = { query: 'x' },
}: Call = {}): Paging {
  return new Paging(new CursorSeal(secret), { caller, tool, arguments: args });
}

async function firstCursor(): Promise<string> {
  return (await pages().cursorAt(POSITION)) ?? '';
}

describe('the pages of a list', () => {
  it('go on where the page before ended, on any replica', async () => {
    const cursor = await firstCursor();
    expect(await pages({ args: { query: 'x', limit: 7, cursor } }).after(shape)).toEqual(POSITION);
  });

  it.each<[what: string, change: (cursor: string) => string]>([
    ['a tail', (cursor) => `${cursor}.AAAA`],
    ['an empty tail', (cursor) => `${cursor}.`],
    ['padding', (cursor) => `${cursor}=`],
    ['white space', (cursor) => ` ${cursor}`],
    ['a line break within', (cursor) => cursor.replace('.', '\n.')],
    ['signs of standard base64', (cursor) => cursor.replaceAll('-', '+').replaceAll('_', '/').replace('.', '==.')],
  ])('have one spelling for a place: %s is refused', async (_what, change) => {
    const cursor = change(await firstCursor());
    await expect(pages({ args: { query: 'x', cursor } }).after(shape)).rejects.toMatchObject({
      code: 'invalid_arguments',
    });
  });

  it('begin without a cursor and end without one', async () => {
    expect(await pages().after(shape)).toBeUndefined();
    expect(await pages().cursorAt(undefined)).toBeUndefined();
  });

  it.each<[string, Call]>([
    ['another person', { caller: aCaller({ objectId: 'another' }) }],
    ['the same person id in another tenant', { caller: aCaller({ tenantId: 'another' }) }],
    ['another tool', { tool: 'other_list' }],
    ['other arguments', { args: { query: 'y' } }],
    ['a server with another key', { secret: 'a secret that nobody shares with anybody' }],
  ])('do not go on for %s', async (_who, call) => {
    const cursor = await firstCursor();
    const other = pages({ ...call, args: { query: 'x', ...call.args, cursor } });
    await expect(other.after(shape)).rejects.toMatchObject({ code: 'invalid_arguments' });
  });

  it('do not go on with a cursor changed in any character, cut, doubled or made up', async () => {
    const cursor = await firstCursor();
    const changed = [...cursor].map(
      (char, at) => cursor.slice(0, at) + (char === 'A' ? 'B' : 'A') + cursor.slice(at + 1),
    );
    // The last character of base64url holds bits that nothing reads.
    const forged = [
      ...changed.slice(0, -1),
      cursor.slice(0, -5),
      cursor.split('.')[0] ?? '',
      '.',
      '{}',
      '\u0000.ü',
      '',
    ];
    for (const one of forged) {
      await expect(pages({ args: { query: 'x', cursor: one } }).after(shape)).rejects.toBeInstanceOf(DomainError);
    }
  });

  it('do not look like a token', async () => expect(await firstCursor()).not.toMatch(/eyJ.*\..*\./));
});
