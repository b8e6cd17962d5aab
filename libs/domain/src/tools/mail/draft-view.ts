import { z } from 'zod';
import { quoteLines } from '../../answer/quote-line.js';
import { DomainError } from '../../errors/domain-error.js';
import { assertAllowedRecipients } from '../../policy/recipients.js';
import type { Correspondent } from '../../ports/mail-parts.js';
import type { MessageDetails } from '../../ports/mail.port.js';
import type { ToolContext } from '../../tool/tool.js';
import { firstContacts, UNKNOWN_FIRST } from '../shared/first-contacts.js';
import { actingAs } from '../shared/acting-as.js';
import { domainOf, ownDomains } from '../shared/own-domains.js';
import { subjectOutput, UNTRUSTED } from '../shared/inputs.js';
import { attachmentsNote, namesOfAttachments } from './attachment-view.js';
import { mailOf, named } from './correspondents.js';

const recipients = z.array(z.string()).describe(UNTRUSTED);

/** What the draft tools answer with: who wrote what to whom, and who of them is outside. */
export const draftOutput = z.object({
  actingAs: z.string(),
  done: z.boolean(),
  messageId: z.string().describe('Id of the draft').optional(),
  subject: subjectOutput,
  to: recipients,
  cc: recipients.optional(),
  bcc: recipients.optional(),
  external: z.array(z.string()).describe('Recipients outside the organisation'),
  firstContact: z.array(z.string()).describe('The person never wrote to them before').optional(),
  hasAttachments: z.literal(true).optional(),
  attachments: z.array(z.string()).describe(UNTRUSTED).optional(),
  webLink: z.string().optional(),
  notes: z.array(z.string()).optional(),
});

export type DraftEnvelope = Pick<MessageDetails, 'subject' | 'to' | 'cc' | 'bcc'> &
  Partial<Pick<MessageDetails, 'id' | 'webLink' | 'from' | 'hasAttachments' | 'attachments' | 'hasMoreAttachments'>>;

/** The answer about a draft; `notes` tell what sending it will run into, and what else the caller has to say. */
export async function toDraftData(
  draft: DraftEnvelope,
  done: boolean,
  context: ToolContext,
  more: readonly (string | undefined)[] = [],
) {
  const people = recipientsOf(draft);
  const { attachments = [] } = draft;
  const own = await ownDomains(draft.from && mailOf(draft.from), context);
  const firstContact = await firstContacts(people.map(mailOf), context);
  const notes = [
    sendingNote(people, context),
    firstContact === undefined ? UNKNOWN_FIRST : undefined,
    own.length === 0 ? UNKNOWN_OWN : undefined,
    addressNote(people),
    filesNote({ ...draft, attachments }),
    ...more,
  ];
  const said = notes.filter((note) => note !== undefined);
  return {
    actingAs: actingAs(context.caller),
    done,
    messageId: draft.id,
    subject: draft.subject,
    to: draft.to.map(named),
    cc: draft.cc.length > 0 ? draft.cc.map(named) : undefined,
    bcc: draft.bcc.length > 0 ? draft.bcc.map(named) : undefined,
    external: people.filter((person) => !own.includes(domainOf(mailOf(person)))).map(labelOf),
    firstContact: firstContact && firstContact.length > 0 ? [...firstContact] : undefined,
    hasAttachments: draft.hasAttachments || attachments.length > 0 || undefined,
    attachments: namesOfAttachments({ attachments }),
    webLink: draft.webLink,
    notes: said.length > 0 ? said : undefined,
  };
}

export function recipientsOf({ to, cc, bcc }: Pick<MessageDetails, 'to' | 'cc' | 'bcc'>): readonly Correspondent[] {
  return [...to, ...cc, ...bcc];
}

function labelOf(person: Correspondent): string {
  return mailOf(person) ?? named(person);
}

function filesNote(draft: Pick<MessageDetails, 'attachments' | 'hasMoreAttachments'> & Partial<MessageDetails>) {
  if (draft.hasAttachments && draft.attachments.length === 0) return NAMES_UNKNOWN;
  return attachmentsNote(draft) || undefined;
}

const NAMES_UNKNOWN = 'The draft has attachments that are not listed here; mail_get_message lists them.';

/** Whom mail may not reach. */
function addressNote(people: readonly Correspondent[]): string | undefined {
  const without = people.filter((person) => mailOf(person) === undefined).map(named);
  return without.length > 0
    ? `${quoteLines(without)} have no known mail address, so mail may not reach them.`
    : undefined;
}

const UNKNOWN_OWN =
  'Without the scope User.Read it is unknown which recipients are outside the organisation, so all are listed as external.';

/** A draft may be addressed to anybody, but it will not be sent by us. */
function sendingNote(people: readonly Correspondent[], { policy }: ToolContext): string | undefined {
  try {
    assertAllowedRecipients(people.map(mailOf), policy);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return `mail_send_draft will refuse to send it. ${error.message}`;
    throw error;
  }
}
