import { DomainError } from '@app/domain';
import { aMail, multipart } from './support/make-mail.js';
import { read } from './support/read.js';

const readMail = (content: string | Uint8Array, name = 'Offer.eml', contentType?: string) =>
  read({ name, contentType, content: Buffer.from(content) });
const HEAD = {
  Subject: '=?utf-8?Q?Angebot_f=C3=BCr_Mai?=',
  From: '=?iso-8859-1?Q?J=FCrgen?= <juergen@elsewhere.example>',
  To: 'Team: anna@fernglas.example, "Carter, Ben" <ben@fernglas.example>;',
  Date: 'Mon, 4 May 2026 09:12:00 +0200',
};
const HTML = aMail({ 'Content-Type': 'text/html; charset=utf-8' }, '<p>Hello &amp; <b>more</b></p>');

describe('A saved message', () => {
  it('is read by its head, its words and the names of what is attached', async () => {
    const body = multipart('=_b', [
      multipartOf('=_a', [
        aMail(
          { 'Content-Type': 'text/plain; charset=windows-1252', 'Content-Transfer-Encoding': 'quoted-printable' },
          'Gr=FC=DFe =96 das Angebot=\r\n gilt.',
        ),
        HTML,
      ]),
      aMail(
        { 'Content-Type': 'application/pdf; name="Plan.pdf"', 'Content-Transfer-Encoding': 'base64' },
        'JVBERi0xLjQ=',
      ),
    ]);
    const { text } = await readMail(aMail({ ...HEAD, 'Content-Type': 'multipart/mixed; boundary="=_b"' }, body));
    expect(text.split('\n')).toEqual([
      'Subject: Angebot für Mai',
      'From: Jürgen <juergen@elsewhere.example>',
      'To: Team: anna@fernglas.example, Carter, Ben <ben@fernglas.example>',
      'Date: 2026-05-04T07:12:00.000Z',
      'Attachments: Plan.pdf',
      '',
      'Grüße – das Angebot gilt.',
    ]);
  });

  it('of HTML alone is read as a page, by its type where it has no name', async () => {
    const { text } = await readMail(
      aMail({ ...HEAD, 'Content-Type': 'text/html' }, '<p>1 &lt; 2</p>'),
      '',
      'message/rfc822',
    );
    expect(text).toContain('\n1 < 2');
    expect(text).not.toMatch(/<p>|Content-Type|MIME/);
  });

  it('is read with the messages in it, so many deep', async () => {
    const nested = (depth: number): string =>
      depth === 0
        ? aMail({ Subject: 'Innermost' }, 'Deep words')
        : aMail(
            { Subject: `Level ${depth}`, 'Content-Type': `multipart/mixed; boundary="b${depth}"` },
            multipart(`b${depth}`, [
              aMail({ 'Content-Type': 'text/plain' }, `Words ${depth}`),
              aMail({ 'Content-Type': 'message/rfc822' }, nested(depth - 1)),
            ]),
          );
    const { text } = await readMail(nested(1));
    expect(text).toMatch(/Level 1[\s\S]*Words 1[\s\S]*Attached message[\s\S]*Subject: Innermost[\s\S]*Deep words/);
    const { text: cut, notes } = await readMail(nested(9));
    expect(cut).toContain('Words 7');
    expect(cut).not.toContain('Words 6');
    expect(notes?.join()).toContain('deeper');
  });

  it('that is sealed says so in place of its words', async () => {
    const { text, notes } = await readMail(
      aMail(
        {
          ...HEAD,
          'Content-Type': 'application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"',
          'Content-Transfer-Encoding': 'base64',
        },
        'MIIB',
      ),
    );
    expect(text).toContain('Subject: Angebot für Mai');
    expect(notes?.join()).toMatch(/encrypted.*cannot be read/);
  });

  it('made to exhaust its reader ends with a sentence', async () => {
    const deep = Array.from(
      { length: 500 },
      (_, index) => `Content-Type: multipart/mixed; boundary="b${index}"\r\n\r\n--b${index}\r\n`,
    ).join('');
    const error = await readMail(deep).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DomainError);
    expect((error as DomainError).message).toContain('too many parts');
  });
});

describe('Rich text', () => {
  const RTF =
    '{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}{\\colortbl;\\red0\\green0\\blue0;}{\\*\\generator Riched20;}\r\n' +
    "\\pard\\f0\\fs20 Gr\\'fc\\'dfe \\u8211? eins\\'85\\par\r\nzwei\\tab drei \\{x\\} \\u55357?\\u56832?\\par{\\field{\\*\\fldinst HYPERLINK \"https://x.example\"}{\\fldrslt Link}}}";

  it.each([
    ['Note.rtf', undefined],
    ['', 'application/rtf'],
    ['', 'text/rtf'],
    ['Note.txt', 'text/plain'],
  ])('is read without its markup: %s of type %s', async (name, contentType) => {
    const { text } = await readMail(RTF, name, contentType);
    expect(text).toBe('Grüße – eins…\nzwei\tdrei {x} 😀\nLink');
  });

  it('of another code page is read by that', async () => {
    const { text } = await readMail("{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2}", 'a.rtf');
    expect(text).toBe('Привет');
  });

  it.each([
    [
      'as Word writes them',
      '\\trowd\\cellx1 \\pard\\intbl Who\\cell What\\cell\\trowd\\cellx1\\row\\pard after',
      'Who\tWhat\nafter',
    ],
    ['of cells with paragraphs', '\\trowd{{\\pard\\intbl a\\par b\\par}\\cell}{c\\cell}\\row after', 'a b\tc\nafter'],
    ['without an end', '\\trowd a\\cell b', 'a\tb'],
    ['that nobody began', 'a\\cell b\\row c', 'a\tb\nc'],
    [
      'within rows',
      '\\trowd a {x\\nestcell y\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}}\\cell b\\cell\\row',
      'a x y\tb',
    ],
  ])('has its rows as lines: %s', async (_what, rtf, text) =>
    expect((await readMail(`{\\rtf1 ${rtf}}`, 'a.rtf')).text).toBe(text),
  );

  it.each(['{', '}', '\\', "\\'", '\\u1?', '{\\*\\x ', '\\trowd ', '\\trowd\\cell '])(
    'of %s without end is read in time',
    async (piece) => {
      const started = performance.now();
      await readMail(`{\\rtf1 ${piece.repeat(300_000)}`, 'a.rtf').catch(() => undefined);
      expect(performance.now() - started).toBeLessThan(8_000);
    },
  );
});

describe('Cards and calendars', () => {
  it.each([
    ['Robin.vcf', 'text/vcard', 'BEGIN:VCARD\r\nFN:Robin\r\nTEL:+49 170 1\r\nEND:VCARD'],
    ['invite.ics', 'text/calendar; method=REQUEST', 'BEGIN:VCALENDAR\r\nSUMMARY:Review\r\nEND:VCALENDAR'],
    ['', 'text/calendar', 'BEGIN:VCALENDAR\r\nSUMMARY:Review\r\nEND:VCALENDAR'],
  ])('are read as they are: %s of type %s', async (name, contentType, content) => {
    expect((await readMail(content, name, contentType)).text).toBe(content);
  });
});

function multipartOf(boundary: string, parts: readonly string[]): string {
  return aMail({ 'Content-Type': `multipart/alternative; boundary="${boundary}"` }, multipart(boundary, parts));
}
