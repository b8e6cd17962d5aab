import { skippedNote, unreachableNote } from '../../libs/domain/src/tools/shared/skipped-note.js';

describe('The note on items that are left out', () => {
  it('counts them', () => {
    expect(skippedNote(2, 'messages')).toBe('2 messages could not be read and are left out.');
    expect(skippedNote(1, 'events')).toBe('1 of the events could not be read and is left out.');
  });

  it('names what else may be wrong where a list has addresses', () => {
    expect(unreachableNote(2, 'people')).toBe('2 people have no address or could not be read, and are left out.');
    expect(unreachableNote(1, 'rooms')).toBe('1 of the rooms has no address or could not be read, and is left out.');
  });

  it.each([undefined, 0])('says nothing of %s', (count) => {
    expect(skippedNote(count, 'files')).toBeUndefined();
  });
});
