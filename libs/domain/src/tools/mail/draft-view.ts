import { z } from 'zod';
import { DomainError } from '../../errors.js';
import { mustBeAllowedRecipients } from '../../policy/recipients.js';
import type { Person } from '../../ports/calendar.port.js';
import type { MessageDetails } from '../../ports/mail.port.js';
import type { ToolContext } from '../../tool.js';
import { actingAs } from '../acting-as.js';
import { domainOf, ownDomains } from '../own-domains.js';
import { subjectOutput, UNTRUSTED } from '../inputs.js';
import { named } from './message-view.js';

const recipients = z.array(z.string()).describe(UNTRUSTED);

/** What the draft tools answer with: who wrote what to whom, and who of them is outside. */
export const draftOutput = z.object({
  actingAs: z.string(),
  done: z.boolean().describe('false after a dry run'),
  messageId: z.string().describe('Id of the draft; none after a dry run of a new one').optional(),
  subject: subjectOutput,
  to: recipients,
  cc: recipients.optional(),
  bcc: recipients.optional(),
  external: z.array(z.string()).describe('Recipients outside the organisation'),
  webLink: z.string().optional(),
  notes: z.array(z.string()).optional(),
});

export type DraftEnvelope = Pick<MessageDetails, 'subject' | 'to' | 'cc' | 'bcc'> &
  Partial<Pick<MessageDetails, 'id' | 'webLink' | 'from'>>;

/** The answer about a draft; `notes` tell what sending it will run into. */
export async function toDraftData(draft: DraftEnvelope, done: boolean, context: ToolContext) {
  const people = recipientsOf(draft);
  const own = await ownDomains(draft.from?.address, context);
  const notes = [sendingNote(people, context), own.length === 0 ? UNKNOWN_OWN : undefined];
  const said = notes.filter((note) => note !== undefined);
  return {
    actingAs: actingAs(context.caller),
    done,
    messageId: draft.id,
    subject: draft.subject,
    to: draft.to.map(named),
    cc: draft.cc.length > 0 ? draft.cc.map(named) : undefined,
    bcc: draft.bcc.length > 0 ? draft.bcc.map(named) : undefined,
    external: people.filter(({ address }) => !own.includes(domainOf(address))).map(({ address }) => address),
    webLink: draft.webLink,
    notes: said.length > 0 ? said : undefined,
  };
}

export function recipientsOf({ to, cc, bcc }: Pick<MessageDetails, 'to' | 'cc' | 'bcc'>): readonly Person[] {
  return [...to, ...cc, ...bcc];
}

const UNKNOWN_OWN = 'Which recipients are outside is not known without the scope User.Read: all are named external.';

/** A draft may be addressed to anybody, but it will not be sent by us. */
function sendingNote(people: readonly Person[], { policy }: ToolContext): string | undefined {
  try {
    mustBeAllowedRecipients(
      people.map(({ address }) => address),
      policy,
    );
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return `mail_send_draft will refuse it. ${error.message}`;
    throw error;
  }
}
