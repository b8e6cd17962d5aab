import { DomainError } from '@app/domain';
import { assertItemName, assertFitsInFolder } from '../../libs/domain/src/tools/files/item-name.js';

const BAD = [
  ...['', 'CON', 'con', 'PRN.txt', 'aux.tar.gz', 'NUL', 'com0', 'LPT9.md', '.lock', 'Desktop.ini', '~$budget.xlsx'],
  ...[' x.md', 'x.md ', '\u3000x.md', '.', '..', 'x.', '...', '.x', '_vti_', 'a_VTI_b.txt'],
  ...['a"b', 'a*b', 'a:b', 'a<b', 'a>b', 'a?b', 'a/b', 'a\\b', 'a|b', 'a\tb', 'a\u0000b', 'a\u0085b', 'a\ud83d.md'],
  'x'.repeat(256),
];
const GOOD = [
  ...[
    'Console.txt',
    'concert.md',
    'communication',
    'com10.txt',
    'nullable.md',
    'lpt.txt',
    'a.lock',
    'my desktop.ini.txt',
  ],
  ...[
    '~draft.md',
    'vti_x',
    '100% #1 & more.md',
    "it's; (2) [a] {b}.txt",
    'Übersicht 日本語 🗓️.md',
    'v1.2.3.md',
    'forms.md',
  ],
  'x'.repeat(255),
];

describe('The name of a file or folder', () => {
  it.each(BAD)('is refused: %j', (name) => {
    expect(() => assertItemName(name)).toThrow(DomainError);
    expect(() => assertItemName(name)).toThrow(/^OneDrive and SharePoint do not accept this name: .{10,}\.$/);
  });

  it.each(GOOD)('is taken: %j', (name) => expect(() => assertItemName(name)).not.toThrow());

  it('is not Forms at the top of a drive', () => {
    expect(() => assertFitsInFolder('Forms', { isTop: true })).toThrow('at the top of a drive');
    expect(() => assertFitsInFolder('Forms', { isTop: false, path: '/Reports' })).not.toThrow();
  });

  it('is no longer than its path may be', () => {
    const path = `/${'x'.repeat(200)}/${'y'.repeat(150)}`;
    expect(() => assertFitsInFolder('z'.repeat(47), { isTop: false, path })).not.toThrow();
    expect(() => assertFitsInFolder('z'.repeat(48), { isTop: false, path })).toThrow('more than 400 characters');
  });
});
