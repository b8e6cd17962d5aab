import { skippedNote } from '../../libs/domain/src/tools/shared/skipped-note.js';

describe('The note on items that are left out', () => {
  it('counts them', () => {
    expect(skippedNote(2, 'messages')).toBe('2 messages could not be read and are left out.');
    expect(skippedNote(1, 'events')).toBe('1 of the events could not be read and is left out.');
  });

  it.each([undefined, 0])('says nothing of %s', (count) => {
    expect(skippedNote(count, 'files')).toBeUndefined();
  });
});
