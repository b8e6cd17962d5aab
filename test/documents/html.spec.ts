import { oneIn } from '../support/depth.js';
import { assertGrowsWithLength } from '../support/growth.js';
import { readHere } from './support/read-here.js';
import { read } from './support/read.js';

const page = (html: string | Uint8Array, contentType = 'text/html; charset=utf-8') =>
  read({ name: 'body.html', contentType, content: typeof html === 'string' ? Buffer.from(html) : html });
const text = async (html: string) => (await page(html)).text;

describe('a page', () => {
  it.each<[what: string, html: string, text: string]>([
    ['what is no tag', '<p>1 < 2, a<>b, 3 > 2 & 4</p>', '1 < 2, a<>b, 3 > 2 & 4'],
    [
      'references',
      '&euro;&nbsp;5 &#8364; &#x20AC; &uuml;&hellip; &lt;b&gt; &copy 2026 &nosuch;',
      '€ 5 € € ü… <b> © 2026 &nosuch;',
    ],
    [
      'blocks and breaks',
      '<p>one<br>two</p><p>three</p><div>four<div>five</div></div>',
      'one\ntwo\n\nthree\n\nfour\nfive',
    ],
    [
      'white space',
      '<p>  one\n   two\t three </p>\n\n\n\n<p>&nbsp;</p><p>&nbsp;</p><p>four</p>',
      'one two three\n\nfour',
    ],
    ['headings', '<h1>Ice cores</h1><p>of 2026</p>', 'Ice cores\n\nof 2026'],
    [
      'links',
      'See <a href="https://x.example/a?b=1&amp;c=2">the plan</a>.',
      'See the plan [https://x.example/a?b=1&c=2].',
    ],
    [
      'links that say it all',
      '<a href="https://x.example">https://x.example</a>, <a href="mailto:a@x.example">a@x.example</a>',
      'https://x.example, a@x.example',
    ],
    [
      'links that lead nowhere',
      '<a href="#top">up</a> <a href="javascript:go()">go</a> <a name="x">here</a>',
      'up go here',
    ],
    ['lists', '<ul><li>one<li>two<ol><li>x</li><li>y</li></ol></ul>', ' - one\n - two\n   1. x\n   2. y'],
    ['a list that starts later', '<ol start="3"><li>three</li><li>four</li></ol>', ' 3. three\n 4. four'],
    [
      'tables',
      '<table><tr><th>Who</th><th>What</th></tr><tr><td><p>Ada</p></td><td><p>runs<br>fast</p></td></tr></table>',
      'Who\tWhat\nAda\truns fast',
    ],
    [
      'cells that reach into the rows below',
      '<table><tr><th rowspan=2>Region</th><th colspan=2>Sales</th></tr><tr><th>Q1</th><th>Q2</th></tr><tr><td>North</td><td rowspan="0">1</td><td>2</td></tr><tr><td>South<td>3</table>',
      'Region\tSales\n\tQ1\tQ2\nNorth\t1\t2\nSouth\t\t3',
    ],
    [
      'cells that reach into the rows below of their own group only',
      '<table><thead><tr><td rowspan=9>A<td>B</thead><tbody><tr><td>C<td rowspan=2>D<tr><td>E<tr><td rowspan=2>F<td>G<tr><td>H</table>',
      'A\tB\nC\tD\nE\nF\tG\n\tH',
    ],
    ['empty cells', '<table><tr><td>a<td><td>c<td></tr></table>', 'a\t\tc'],
    [
      'tables that lay out',
      '<table><tr><td><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table></td></tr></table>',
      'a\tb\nc\td',
    ],
    ['quotes', '<blockquote type="cite">said<br>before</blockquote>', '> said\n> before'],
    ['text as it was set', '<pre>if (a)\n  b();</pre>', 'if (a)\n  b();'],
    ['pictures', '<img src="cid:1"><img src="data:image/png;base64,AAAA" alt="Sales by year">', 'Sales by year'],
    [
      'what is not shown',
      '<title>t</title><style>p{}</style><script>if (a<b) go("</p>")</script><!-- c --><p>seen</p><div style="DISPLAY:none">x</div><p hidden>y</p>',
      'seen',
    ],
    [
      'fields of forms',
      '<label>Name <input value="Ada"></label><br><input type=checkbox checked>Yes <input type="checkbox">No<input type=hidden value=h>',
      'Name Ada\n☒ Yes ☐ No',
    ],
    [
      'what unfolds, on lines of its own',
      '<details><summary>More</summary>words</details><select><option>One<option>Two</select>',
      'More\nwords\nOne\nTwo',
    ],
    ['what is hidden otherwise', '<p style="visibility:hidden">x</p><p style="mso-hide:all">y</p><p>seen</p>', 'seen'],
    [
      'what is hidden before the first words',
      '<div style="max-height:0px;opacity:0;overflow:hidden;">x</div><p style="opacity: 0.9;max-height:9px;overflow:hidden">seen</p>',
      'seen',
    ],
    ['settings of Office', '<xml><w:View>Normal</w:View></xml><p>seen</p>', 'seen'],
    ['a head that is not closed', '<html><head><meta name="a"><title>t</title><p>seen', 'seen'],
    [
      'words behind the body',
      '<html><body><p>Hello</p></body></html><p>Sent from outside</p>',
      'Hello\n\nSent from outside',
    ],
    [
      'what Outlook writes',
      '<!--[if gte mso 9]><xml>x</xml><![endif]--><p class=MsoNormal>Dear <b>M</b>s Ng<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><![if !supportLists]>§<![endif]>',
      'Dear Ms Ng\n\n§',
    ],
    ['no tag at all', 'just words\nin two lines', 'just words in two lines'],
    ['characters beyond the first plane', '<p>&#128077; 👍&shy;</p>', '👍 👍'],
  ])('gives %s', async (_what, html, expected) => expect(await text(html)).toBe(expected));

  it.each(oneIn(3, ['div', 'b', 'ul><li', 'table><tr><td', 'a href=x']))(
    'loses nothing to depth: <%s>',
    async (tag) => {
      expect(await text(`<${tag}>`.repeat(60_000) + 'at the bottom')).toContain('at the bottom');
    },
  );

  it('loses nothing to length', async () => {
    expect((await text('<p>flat</p>'.repeat(60_000))).split(/\n+/)).toHaveLength(60_000);
  });

  const pieces = [
    '<p>flat</p>',
    '<div>',
    '<b>',
    '<ul><li>',
    '<table><tr><td>',
    '<tr><td rowspan=9999 colspan=9999>',
    '<a href=x>',
  ];
  it.each(oneIn(4, pieces))('takes time that grows with its length: %s', (piece) =>
    assertGrowsWithLength((size) => readHere('html', piece.repeat(size)), 8_000),
  );

  it('is read in pieces when it is long, without a seam', async () => {
    const row = (index: number) => `<tr><td><p>Row ${index}</p></td><td><p>is whole</p></td></tr>`;
    const lines = (
      await text(`<table>${Array.from({ length: 10_000 }, (_, index) => row(index)).join('')}</table>`)
    ).split('\n');
    expect(lines).toEqual(Array.from({ length: 10_000 }, (_, index) => `Row ${index}\tis whole`));
  });

  it('is cut where it says so', async () => {
    const file = { name: 'a.html', content: Buffer.from('<p>words</p>'.repeat(10_000)) };
    const { text, truncated } = await read(file, { maxCharacters: 100 });
    expect([text.length, truncated]).toEqual([100, true]);
  });
});
