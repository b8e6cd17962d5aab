import { aBomb, aPackage, ENTITIES } from '../../documents/support/make.js';
import { askGraph } from '../../equivalence/graph.js';
import { DEEP } from '../../support/depth.js';
import { callTool, toolData, toolError } from '../../support/mcp.js';
import type { LocalTenant } from '../../support/tenant.js';

/** Behalf at work for somebody, and the tenant behind it. */
export interface MailFixture {
  readonly tenant: LocalTenant;
  readonly url: string;
  readonly token: string;
}

interface Attached {
  readonly attachments: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind?: string;
    readonly contentType?: string;
  }[];
  readonly untrustedText?: string;
  readonly notes?: string[];
}

const CONTRACT = { subject: 'Contract', from: 'partner@elsewhere.example' };
/** Two of the ways in which a document exhausts its reader, and the reason with which it is refused. */
const [HOSTILE, REASON] = DEEP
  ? // Made before anything listens: packing it holds up the process so long that idle connections end.
    [aBomb(), /too large when unpacked|too long to read/]
  : [aPackage({ 'word/document.xml': ENTITIES }), /document type/];

/** What becomes of each kind of attachment. */
export function attachmentCases(fixture: () => MailFixture): void {
  const ask = <Data>(tool: string, args: object) => toolData<Data>(fixture().url, fixture().token, tool, args);

  async function contractId(): Promise<string> {
    const { messages } = await ask<{ messages: { id: string }[] }>('mail_search', CONTRACT);
    return messages[0]?.id ?? 'not found';
  }

  /** What the tool says of one of the attachments of the contract, found by its name. */
  async function contract(name: string): Promise<Attached> {
    const messageId = await contractId();
    const { attachments } = await ask<Attached>('mail_get_message', { messageId });
    const attachmentId = attachments.find((one) => one.name.includes(name))?.id;
    return ask<Attached>('mail_get_attachment', { messageId, attachmentId });
  }

  it.each([
    ['Word document', 'Contract.docx', /^Contract for the use of Room Nansen\n.*\n2\. Notice: .* three months/],
    ['PDF', 'Prices.pdf', /One day costs 250 EUR, a week 1,100 EUR\./],
    [
      'message',
      'Call with',
      /^Subject: Call with the Svalbard station\nFrom: Robin Partner <.*>\nTo: .*\nSent: .*Z\n\nHello,/,
    ],
  ])('gives the text of an attached %s', async (_kind, name, text) => {
    const { untrustedText, notes } = await contract(name);
    expect([untrustedText, notes]).toEqual([expect.stringMatching(text), undefined]);
  });

  it.each([
    ['a picture', 'Floor plan', { contentType: 'image/png' }, /picture \(image\/png\).* no text.* https:/],
    ['a link', 'Checklist', { kind: 'link' }, /Only a link to a file in OneDrive or SharePoint.* https:/],
  ])('says of %s that it has no text, and where it can be seen', async (_what, name, shown, note) => {
    const { attachments, untrustedText, notes } = await contract(name);
    expect(attachments).toEqual([expect.objectContaining(shown)]);
    expect([untrustedText, notes]).toEqual([undefined, [expect.stringMatching(note)]]);
  });

  it('leaves out the pictures of the text', async () => {
    const { attachments } = await ask<Attached>('mail_get_attachment', { messageId: await contractId() });
    expect(attachments.map(({ name }) => name)).not.toContain('logo.png');
  });

  it('says what is wrong with a document made to exhaust its reader, and goes on reading others', async () => {
    const { messageId } = await ask<{ messageId: string }>('mail_create_draft', { subject: 'Too good' });
    const graph = await fixture().tenant.token({ user: 'anna', audience: 'graph' });
    const body = {
      '@odata.type': '#microsoft.graph.fileAttachment',
      name: 'bomb.docx',
      contentBytes: Buffer.from(HOSTILE).toString('base64'),
    };
    const made = await askGraph(fixture().tenant, graph, {
      method: 'POST',
      path: `/me/messages/${messageId}/attachments`,
      body,
    });
    const args = { messageId, attachmentId: made.body['id'] };
    const refused = toolError(await callTool(fixture().url, fixture().token, 'mail_get_attachment', args));
    // On a busy machine the limit of time is met before that of size.
    expect(refused).toMatchObject({ code: 'not_allowed', message: expect.stringMatching(REASON) });
    expect((await contract('Contract')).untrustedText).toContain('three months');
  });
}
