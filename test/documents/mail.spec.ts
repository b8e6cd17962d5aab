import { DomainError } from '@app/domain';
import { oneIn } from '../support/depth.js';
import { assertGrowsWithLength } from '../support/growth.js';
import { aMail, multipart } from './support/make-mail.js';
import { readHere } from './support/read-here.js';
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

  it.each([
    ['application/ms-tnef; name="winmail.dat"'],
    ['application/vnd.ms-tnef'],
    ['application/octet-stream; name="WINMAIL.DAT"'],
  ])('sent as rich text of Outlook says that there is more than can be read: %s', async (type) => {
    const parts = [aMail({ 'Content-Type': 'text/plain' }, ' '), aMail({ 'Content-Type': type }, 'x')];
    const message = aMail({ ...HEAD, 'Content-Type': 'multipart/mixed; boundary="b"' }, multipart('b', parts));
    expect((await readMail(message)).notes?.join()).toMatch(/rich text \(winmail\.dat\).*attachments cannot be read/);
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

describe('A saved message that is odd', () => {
  const latin = (text: string) => Buffer.from(text, 'latin1');
  const alone = (head: string, body: string) => `${head}\r\n\r\n${body}\r\n`;
  const META = '<html><head><meta charset=3Dwindows-1252></head><body>10 =80</body></html>';

  it.each<[what: string, message: string | Buffer, text: string]>([
    ['begins with a mark', '\ufeffSubject: Offer\r\n\r\nHello', 'Subject: Offer\n\nHello'],
    [
      'has a head in the charset of its body',
      latin(
        alone(
          'Subject: \xf0\xd2\xc9\xd7\xc5\xd4\r\nContent-Type: text/plain; charset=koi8-r',
          '\xf0\xd2\xc9\xd7\xc5\xd4',
        ),
      ),
      'Subject: Привет\n\nПривет',
    ],
    ['names no charset', latin(alone('Subject: Gr\xfc\xdfe', 'Gr\xfc\xdfe, 10 \x80')), 'Subject: Grüße\n\nGrüße, 10 €'],
    [
      'names its charset in its page alone',
      alone('Subject: Offer\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable', META),
      'Subject: Offer\n\n10 €',
    ],
    [
      'breaks lines within characters',
      alone(
        'Subject: x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable',
        'Gr=C3=\r\n=BC=C3=9F=\r\ne =E2=82=\r\n=AC',
      ),
      'Subject: x\n\nGrüße €',
    ],
    [
      'breaks words within characters',
      alone('Subject: =?utf-8?Q?Gr=C3=BC=C3?= =?utf-8?Q?=9Fe?=', 'x'),
      'Subject: Grüße\n\nx',
    ],
    [
      'has parts that its head does not name',
      alone('Subject: x\r\nContent-Type: multipart/mixed; boundary=abc', '--abd\r\n\r\nHello\r\n--abd--'),
      'Subject: x\n\n--abd\n\nHello\n--abd--',
    ],
    [
      'has an invitation in place of words',
      alone('Subject: x\r\nContent-Type: text/calendar; method=REQUEST', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR'),
      'Subject: x\nAttachments: text/calendar\n\ntext/calendar',
    ],
    [
      'has words and an invitation, once',
      alone(
        'Subject: x\r\nContent-Type: multipart/mixed; boundary=b',
        '--b\r\n\r\nPlease come\r\n--b\r\nContent-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nDTSTART:20261201T090000Z\r\n--b\r\nContent-Type: application/ics; name=invite.ics\r\nContent-Disposition: attachment\r\n\r\nBEGIN:VCALENDAR\r\n--b--',
      ),
      'Subject: x\nAttachments: text/calendar; invite.ics\n\nPlease come\n\ntext/calendar\nStart: 2026-12-01T09:00Z',
    ],
    [
      'has other senders and answers elsewhere',
      alone('From: a@x.example\r\nSender: b@x.example\r\nReply-To: c@y.example\r\nBcc: d@x.example', 'x'),
      'From: a@x.example\nSender: b@x.example\nReply-To: c@y.example\nBcc: d@x.example\n\nx',
    ],
    ['has nothing but a body', '\r\nHello\r\n', '\nHello\n'.replaceAll('\n', '\r\n')],
  ])('that %s is read', async (_what, message, text) => expect((await readMail(message)).text).toBe(text));

  it('is read with the messages that have another type', async () => {
    const inner = 'Subject: Inner\r\n\r\nGrüße';
    const body = multipart('b', [
      aMail({ 'Content-Type': 'message/global' }, inner),
      aMail(
        { 'Content-Type': 'application/octet-stream; name="Old.eml"', 'Content-Transfer-Encoding': 'base64' },
        Buffer.from(inner).toString('base64'),
      ),
    ]);
    const { text } = await readMail(aMail({ 'Content-Type': 'multipart/mixed; boundary="b"' }, body));
    expect(text.match(/Attached message\n\nSubject: Inner\n\nGrüße/g)).toHaveLength(2);
  });

  it.each(['message/delivery-status', 'message/disposition-notification', 'text/rfc822-headers'])(
    'is a report of type %s, which is text',
    async (type) => expect((await readMail('Action: failed', '', type)).text).toBe('Action: failed'),
  );
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
    expect(text).toBe('Grüße – eins…\nzwei\tdrei {x} 😀\nLink [https://x.example]');
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

  it('has the addresses of its links', async () => {
    const link = '{\\field{\\*\\fldinst {HYPERLINK "https://example.com/r"}}{\\fldrslt {\\ul the page}}}';
    const page = '{\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}';
    expect((await readMail(`{\\rtf1 See ${link}, ${page}.}`, 'a.rtf')).text).toBe(
      'See the page [https://example.com/r], 3.',
    );
  });

  const pieces = [
    '{\\field{\\*\\fldinst HYPERLINK "',
    '{',
    '}',
    '\\',
    "\\'",
    '\\u1?',
    '{\\*\\x ',
    '\\trowd ',
    '\\trowd\\cell ',
  ];
  it.each(oneIn(3, pieces))('of %s without end is read in time that grows with its length', (piece) =>
    assertGrowsWithLength((size) => readHere('rtf', `{\\rtf1 ${piece.repeat(size)}`), 75_000),
  );
});

function multipartOf(boundary: string, parts: readonly string[]): string {
  return aMail({ 'Content-Type': `multipart/alternative; boundary="${boundary}"` }, multipart(boundary, parts));
}
