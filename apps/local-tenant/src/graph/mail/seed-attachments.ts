import type { Attachment, FileAttachment } from '../attachments/model.js';
import type { IdMint } from '../mailbox/ids.js';
import { wordFile } from '../seed/documents/office-files.js';
import { pdfFile } from '../seed/documents/pdf-file.js';
import { PNG_PIXEL } from '../seed/documents/png-pixel.js';
import type { Persona } from '../seed/persona.js';
import { attachedMessage } from './attached-message.js';
import type { MailMessage } from './model.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What a contract for the person's place comes with: of each kind that Graph knows, and a picture in the text. */
export function contractFiles(
  ids: IdMint,
  { place, trip }: Persona,
  about: MailMessage,
  now: Date,
): readonly Attachment[] {
  const base = (name: string) => ({ id: ids.nextItemId(), name, isInline: false, modifiedAt: timeOf(now) });
  const file = (name: string, contentType: string, content: Buffer): FileAttachment => ({
    ...base(name),
    kind: 'file',
    contentType,
    content,
  });
  return [
    file('Contract.docx', DOCX, wordFile(contract(place))),
    file('Prices.pdf', 'application/pdf', pdfFile('One day costs 250 EUR, a week 1,100 EUR.')),
    file('Floor plan.png', 'image/png', PNG_PIXEL),
    { ...base(about.fields.subject), kind: 'item', item: attachedMessage(about) },
    { ...base(`Checklist for ${trip}.docx`), isInline: true, kind: 'reference', contentType: DOCX, size: 1060 },
    { ...file('logo.png', 'image/png', PNG_PIXEL), isInline: true },
  ];
}

export function notesFile(ids: IdMint, { monthly }: Persona, now: Date): FileAttachment {
  const content = Buffer.from(`Notes of ${monthly}\n1. Welcome\n2. Next steps\n`);
  const base = { id: ids.nextItemId(), name: 'notes.txt', isInline: false, modifiedAt: timeOf(now) };
  return { ...base, kind: 'file', contentType: 'text/plain', content };
}

function contract(place: string): readonly string[] {
  return [
    `Contract for the use of ${place}`,
    '1. Term: the contract begins on the day both sides have signed it and runs for two years.',
    '2. Notice: either side may end it with a notice period of three months to the end of a quarter.',
    '3. Payment: within 30 days of the invoice.',
  ];
}

function timeOf(now: Date): string {
  return `${now.toISOString().slice(0, 19)}Z`;
}
