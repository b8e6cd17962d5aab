import { cutText, partOf, shortText } from '@app/domain';
import fc from 'fast-check';

const FAMILY = '👩‍👩‍👧';

/** Texts with emoji, accents, other scripts and lone halves of pairs. */
const anyText = fc
  .array(
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(FAMILY, '🇩🇪', '\ud83d', '\ude00', 'e\u0301', '\r\n')),
  )
  .map((pieces) => pieces.join(''));

function parts(text: string, max: number): string[] {
  const found: string[] = [];
  for (let start: number | undefined = 0; start !== undefined;) {
    const { part, next }: ReturnType<typeof partOf> = partOf(text, start, max);
    found.push(part);
    start = next;
  }
  return found;
}

describe('a cut text', () => {
  it.each([
    ['abc😀', 4, 'abc'],
    ['abc😀', 5, 'abc😀'],
    [`ab${FAMILY}`, 6, 'ab'],
    ['cafe\u0301s', 4, 'caf'],
    ['🇩🇪🇫🇷', 6, '🇩🇪'],
    ['a\r\nb', 2, 'a'],
    ['half\ud83d', 255, 'half'],
    ['', 5, ''],
    ['😀', 1, ''],
  ])('of %j at %i is %j', (text, max, expected) => expect(cutText(text, max)).toBe(expected));

  it('says within its limit that it goes on', () => {
    expect(shortText('four words in all', 11)).toBe('four words…');
    expect(shortText('short', 11)).toBe('short');
    expect(shortText('ab😀cd', 4)).toBe('ab…');
  });

  it('is well-formed and a beginning wherever the whole is well-formed', () =>
    fc.assert(
      fc.property(anyText, fc.nat(60), (text, max) => {
        const whole = text.toWellFormed();
        const cut = cutText(whole, max);
        expect(whole.startsWith(cut) && cut.length <= max && cut.isWellFormed()).toBe(true);
      }),
    ));
});

describe('the parts of a text', () => {
  it('join to the whole, none too long and none with half a pair', () =>
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 40 }), (text, max) => {
        const whole = text.toWellFormed();
        const all = parts(whole, max);
        expect(all.join('')).toBe(whole);
        expect(all.filter((part) => part.length > max || !part.isWellFormed())).toEqual([]);
      }),
    ));

  it('go on when one character is longer than a part', () => {
    const stacked = `a${'\u0301'.repeat(500)}`;
    expect(parts(stacked, 100).join('')).toBe(stacked);
  });

  it('begin before the pair that somebody points into', () =>
    expect(partOf('ab😀cd', 3, 10)).toEqual({ part: '😀cd', next: undefined }));

  it('are empty beyond the end', () => expect(partOf('abc', 10, 5)).toEqual({ part: '', next: undefined }));
});
