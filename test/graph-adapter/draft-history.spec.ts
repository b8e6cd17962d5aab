import { DomainError } from '@app/domain';
import { GraphClientFactory, GraphMail } from '@app/graph-adapter';
import type { ItemBody } from '@microsoft/microsoft-graph-types';
import { callWith } from './calls.js';
import { HTML_DRAFTS, TEXT_DRAFTS } from './draft-bodies.js';
import { FakeGraph, json } from './fake-graph.js';
import { MORE_HTML_DRAFTS, MORE_TEXT_DRAFTS } from './more-draft-bodies.js';
import { withOwnWords } from '../../libs/graph-adapter/src/mail/draft-body.js';
import { assertGrowsWithLength } from '../support/growth.js';
import { keptOpen } from '../support/keep-open.js';

const user = callWith('token', ['Mail.ReadWrite']);
const REPLY_INDEX = Buffer.alloc(27).toString('base64');
const DRAFT = {
  '@odata.etag': 'W/"1"',
  id: 'AAMkDraft=',
  subject: 'RE: Offer',
  receivedDateTime: '2026-05-04T08:00:00Z',
  isDraft: true,
};

let graph: FakeGraph;
let mail: GraphMail;
const keep = keptOpen();
beforeAll(async () => {
  graph = await keep(FakeGraph.open());
  mail = new GraphMail(new GraphClientFactory({ origin: graph.origin, requestTimeoutMs: 120_000, retryDelayMs: 5 }));
});

/** The body that Graph is given when the words of this one are changed. */
async function changed(body: ItemBody, words: string, more: object = {}): Promise<ItemBody> {
  graph.willAnswer(json(200, { ...DRAFT, ...more, body }), json(200, DRAFT));
  await mail.updateDraft(user, { id: DRAFT.id, version: 'W/"1"' }, { body: words });
  return (graph.received[1]?.body as { readonly body: ItemBody }).body;
}

async function refused(body: ItemBody, more: object = {}): Promise<unknown> {
  const error = await changed(body, 'New words', more).catch((reason: unknown) => reason);
  expect(graph.received.map(({ method }) => method)).toEqual(['GET']);
  return error instanceof DomainError ? error.code : error;
}

describe('The words of a draft are changed, and what it quotes stays byte for byte', () => {
  it.each([...HTML_DRAFTS, ...MORE_HTML_DRAFTS])('in HTML of $program', async ({ head = '', own, quoted }) => {
    const { contentType, content } = await changed(
      { contentType: 'html', content: head + own + quoted },
      'New <words>\n& more',
    );
    expect(contentType).toBe('html');
    expect(content?.startsWith(`${head.trimEnd()}<div>New &lt;words&gt;<br>&amp; more</div>`)).toBe(true);
    expect(content?.endsWith(quoted)).toBe(true);
    expect(content).not.toContain('OWN WORDS');
  });

  it.each([...TEXT_DRAFTS, ...MORE_TEXT_DRAFTS])('in text of $program', async ({ own, quoted }) => {
    const body = await changed({ contentType: 'text', content: own + quoted }, 'New <words>');
    expect(body).toEqual({ contentType: 'text', content: `New <words>\r\n\r\n${quoted}` });
  });

  it('again and again', async () => {
    for (const { head = '', own, quoted } of HTML_DRAFTS) {
      const first = await changed({ contentType: 'html', content: head + own + quoted }, 'First');
      const second = await changed(first, 'Second');
      expect(second.content).toBe(first.content?.replace('First', 'Second'));
    }
  });

  it('with the elements it stands in', async () => {
    const own = '<div class="WordSection1" lang=DE><p>Own</p>';
    const quoted =
      '<div style="border-top:solid #E1E1E1 1pt"><p><b>Von:</b> R<br><b>An:</b> A<br><b>Betreff:</b> B</p></div></div>';
    const { content } = await changed({ contentType: 'html', content: `<body>${own}${quoted}</body>` }, 'New');
    expect(content).toBe(`<body><div>New</div><div class="WordSection1" lang=DE>${quoted}</body>`);
  });
});

describe('A draft that quotes nothing', () => {
  const fresh = { subject: 'Offer', conversationIndex: Buffer.alloc(22).toString('base64') };

  it('in HTML stays HTML and keeps its head', async () => {
    const content =
      '<html><head><style>p{color:red}</style></head><body dir="ltr"><p>Old</p><p>From: me</p></body></html>';
    expect(await changed({ contentType: 'html', content }, '1 < 2', fresh)).toEqual({
      contentType: 'html',
      content: '<html><head><style>p{color:red}</style></head><body dir="ltr"><div>1 &lt; 2</div></body></html>',
    });
    expect(await changed({ contentType: 'html', content: '' }, 'New', fresh)).toEqual({
      contentType: 'html',
      content: '<div>New</div>',
    });
  });

  it('in text stays text', async () => {
    expect(await changed({ contentType: 'text', content: 'Old: 5 > 3' }, '1 < 2', fresh)).toEqual({
      contentType: 'text',
      content: '1 < 2',
    });
  });

  it('is changed whole where its writer only lists, plans or indents', async () => {
    const content =
      '<p>Travel</p><p>From: Berlin</p><p>To: Munich</p><p>Date: 4 May</p><hr><p>Note: early</p><blockquote style="margin-left:40px">Hotel</blockquote>';
    expect(await changed({ contentType: 'html', content }, 'New', fresh)).toEqual({
      contentType: 'html',
      content: '<div>New</div>',
    });
  });
});

describe('An answer in which nothing is seen to be quoted', () => {
  const unknown = '<div>Own</div><section data-odd="1">The offer stands.</section>';

  it.each([
    ['its index in the conversation', { subject: 'Offer', conversationIndex: REPLY_INDEX }],
    ['its subject', { subject: 'AW: Offer' }],
    ['its subject in Japanese', { subject: '返信: Offer' }],
    ['its subject in Greek', { subject: 'ΑΠ: Offer' }],
    ['its subject in Arabic', { subject: 'رد: Offer' }],
    ['its subject in Dutch', { subject: 'Antw: Offer' }],
    ['a full-width colon', { subject: '回复：Offer' }],
  ])('is left as it is, being one by %s', async (_how, more) => {
    expect(await refused({ contentType: 'html', content: unknown }, more)).toBe('not_allowed');
    expect(await refused({ contentType: 'text', content: 'Own\n\nThe offer stands.' }, more)).toBe('not_allowed');
  });

  it('is given words where it has none', async () => {
    const { content } = await changed({ contentType: 'html', content: '<body><p>&nbsp;</p></body>' }, 'New');
    expect(content).toBe('<body><div>New</div></body>');
  });

  it('keeps what it indents', async () => {
    const quoted = '<blockquote style="margin:0 0 0 40px">The offer stands.</blockquote>';
    const { content } = await changed({ contentType: 'html', content: `<p>Own</p>${quoted}` }, 'New');
    expect(content).toBe(`<div>New</div>${quoted}`);
  });

  it.each([
    ['indents', '<blockquote>The offer stands.'],
    ['puts a bar beside', '<div style="border-left: 2px solid blue">The offer stands.'],
  ])('keeps what it %s, though more is quoted in there', async (_how, newest) => {
    const quoted = `${newest}<div id="divRplyFwdMsg"><b>From:</b> Anna</div>`;
    const body = { contentType: 'html', content: `<p>Own</p>${quoted}` } as const;
    expect((await changed(body, 'New', { subject: 'RE: Offer' })).content).toBe(`<div>New</div>${quoted}`);
  });

  it.each([
    ['once', '<blockquote style="margin:0 0 0 40px">Article 5<blockquote>of the law</blockquote></blockquote>'],
    ['twice', '<blockquote>Article 5</blockquote><p>and</p><blockquote>Article 6</blockquote>'],
    ['below who wrote it, in no known words', '<p>Robin</p><blockquote class="x-q">The offer stands.</blockquote>'],
  ])('is left as it is where it indents %s above what it is seen to quote', async (_how, indented) => {
    const quoted = '<div id="divRplyFwdMsg"><b>From:</b> Robin</div><blockquote>The offer stands.</blockquote>';
    const content = `<p>Own</p>${indented}<p>More</p>${quoted}`;
    expect(await refused({ contentType: 'html', content }, { subject: 'RE: Offer' })).toBe('not_allowed');
  });

  it('loses own words with a bar beside them, as signatures have it, above what it is seen to quote', async () => {
    const quoted = '<div id="divRplyFwdMsg"><b>From:</b> Robin</div><blockquote>The offer stands.</blockquote>';
    const content = `<p>Own</p><div style="border-left:3px solid #ccc"><div>Anna Berg</div></div><p>More</p>${quoted}`;
    expect((await changed({ contentType: 'html', content }, 'New', { subject: 'RE: Offer' })).content).toBe(
      `<div>New</div>${quoted}`,
    );
  });

  it('keeps what it indents below a line that says who wrote, and whatever stands below that', async () => {
    const quoted =
      '<p>Robin, robin@elsewhere.example:</p><blockquote>The offer stands.</blockquote><div id="divRplyFwdMsg"><b>From:</b> Anna</div>';
    const content = `<p>Own</p>${quoted}`;
    expect((await changed({ contentType: 'html', content }, 'New', { subject: 'RE: Offer' })).content).toBe(
      `<div>New</div>${quoted}`,
    );
  });

  it.each([
    ['a line that says when somebody wrote', '<p>Robin, 4 Bealtaine 2026 ag 09:12:</p><p>The offer stands.</p>'],
    ['a head', '<p>Ó: Robin<br>Seolta: 4 Bealtaine 2026 09:12<br>Ábhar: Tairiscint</p><p>The offer stands.</p>'],
  ])('is left as it is where %s may stand above what is known to be quoted', async (_what, newest) => {
    const older = '<div id="divRplyFwdMsg"><b>From:</b> Anna</div>The first offer.';
    expect(await refused({ contentType: 'html', content: `<p>Own</p>${newest}${older}` })).toBe('not_allowed');
    const text = newest.replaceAll(/<[^>]*>/g, '\n');
    const content = `Own\n${text}\n-----Original Message-----\nThe first offer.`;
    expect(await refused({ contentType: 'text', content })).toBe('not_allowed');
  });

  it('is changed where own words only name times and telephones', async () => {
    const own =
      '<p>We meet on 4 May 2026:</p><p>Start: 9:00<br>End: 10:00<br>Place: Oslo</p><p>Tel.: 030 2026<br>Mail: a@f.example</p>';
    const quoted = '<div id="divRplyFwdMsg"><b>From:</b> Robin</div>The offer stands.';
    expect((await changed({ contentType: 'html', content: own + quoted }, 'New')).content).toBe(
      `<div>New</div>${quoted}`,
    );
  });

  it('is left as it is where it is too long to be looked through, answer or not', async () => {
    const content = `<p>${'word '.repeat(120_000)}</p><div id="divRplyFwdMsg">Old</div>`;
    expect(await refused({ contentType: 'html', content }, { subject: 'Offer' })).toBe('not_allowed');
  });
});

describe('Looking for what is quoted', () => {
  it.each([
    ['elements never closed', '<div>'],
    ['elements closed in another order', '<b><i>'],
    ['closing tags of nothing', '</div>'],
    ['tags never ended', '<div style="border-top:'],
    ['bodies in bodies', '<body '],
    ['labels', 'From: a<br>'],
    ['entities', '&gt;'],
    ['dashes', '-'],
    ['colons', 'a:'],
    ['comments never ended', '<!--'],
    ['spaces', ' '],
  ])('takes time that grows with the length of the body, changed or refused: %s', async (_what, piece) => {
    for (const contentType of ['html', 'text'] as const) {
      await assertGrowsWithLength((size) => {
        const content = piece.repeat(Math.ceil(size / piece.length));
        const outcome = outcomeOf(() => withOwnWords({ contentType, content }, 'New', 'answer'));
        expect(outcome).toMatch(/^(?:changed|not_allowed)$/);
      }, 100_000);
    }
  });
});

function outcomeOf(change: () => unknown): string {
  try {
    change();
    return 'changed';
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
}
