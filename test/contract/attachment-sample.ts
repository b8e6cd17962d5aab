import type { UserContext } from '@app/domain';
import type { InMemoryMail } from '@app/graph-adapter';
import type { AttachmentSample } from '@app/testing';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What is attached to the first message that the local tenant's Graph seeds, and to the one that is delivered below. */
export const SAMPLE: Omit<AttachmentSample, 'messageId'> = {
  file: { name: 'Contract.docx', begins: 'PK' },
  item: {
    name: 'Call with the Svalbard station',
    content: {
      subject: 'Call with the Svalbard station',
      from: { name: 'Robin Partner', address: 'partner@elsewhere.example' },
      to: [{ name: 'Anna Ebert', address: 'anna@contract.example' }],
      sent: '2026-01-03T06:00:00Z',
      body: expect.stringContaining('could we hold the Call with the Svalbard station at Room Nansen?') as string,
      bodyFormat: 'text',
      hasAttachments: false,
    },
  },
  link: { name: 'Checklist for Longyearbyen expedition.docx' },
};

const { file, item, link } = SAMPLE;
const CONTRACT: Parameters<InMemoryMail['deliver']>[1] = {
  subject: 'Contract: Room Nansen',
  folderId: 'inbox',
  received: '2026-01-05T07:00:00Z',
  sent: '2026-01-05T07:00:00Z',
  hasAttachments: true,
  attachments: [
    { id: 'A1', kind: 'file', name: file.name, contentType: DOCX, size: 4 },
    { id: 'A2', kind: 'item', name: item.name, contentType: '', size: 60 },
    { id: 'A3', kind: 'link', name: link.name, contentType: DOCX, size: 1060 },
  ],
  contents: {
    A1: Buffer.from('PK..'),
    A2: {
      subject: 'Call with the Svalbard station',
      from: { name: 'Robin Partner', address: 'partner@elsewhere.example' },
      to: [{ name: 'Anna Ebert', address: 'anna@contract.example' }],
      sent: '2026-01-03T06:00:00Z',
      body: 'Hello, could we hold the Call with the Svalbard station at Room Nansen?',
      bodyFormat: 'text',
      hasAttachments: false,
    },
  },
};

/** Puts the sample into the inbox of a person. */
export function deliverSample(mail: InMemoryMail, user: UserContext): AttachmentSample {
  return { ...SAMPLE, messageId: mail.deliver(user, CONTRACT) };
}
