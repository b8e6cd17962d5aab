import { z } from 'zod';
import { quoteLine } from '../../answer/quote-line.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Correspondent } from '../../ports/mail-parts.js';
import type { MessageDetails } from '../../ports/mail.port.js';
import { defineTool, type ToolContext } from '../../tool/tool.js';
import { addressesInput } from '../shared/address-input.js';
import { dryRunInput } from '../shared/inputs.js';
import { markOf } from '../shared/mark-of.js';
import { answerSubject } from './answer-subject.js';
import { type DraftEnvelope, draftOutput, toDraftData } from './draft-view.js';
import { bodyInput, messageIdInput, subjectInput } from './inputs.js';
import { readDraft, withAttachments } from './read-draft.js';

const input = z.strictObject({
  mode: z.enum(['new', 'reply', 'replyAll', 'forward']).describe('Kind of draft').default('new'),
  messageId: messageIdInput.describe('Id of the message to reply to or forward; not for mode new').optional(),
  to: addressesInput.max(50).describe('Recipients; a reply already has some, and these are added').default([]),
  cc: addressesInput.max(50).describe('Cc recipients, as for to').default([]),
  bcc: addressesInput.max(50).describe('Bcc recipients, as for to').default([]),
  subject: subjectInput.describe('A reply or forward already has one').optional(),
  body: bodyInput.describe('Plain text; the original message is quoted below it').default(''),
  dryRun: dryRunInput,
});
type Input = z.output<typeof input>;

export const createDraft = defineTool({
  name: 'mail_create_draft',
  title: 'Write a draft',
  description:
    'Writes a new message, a reply or a forward into Drafts and sends nothing. Show the draft to the person; mail_send_draft then sends it.',
  toolset: 'mail',
  input,
  output: draftOutput,
  requiredScopes: ['Mail.ReadWrite'],
  optionalScopes: ['User.Read'],
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
  effects: { reaches: 'person' },
  async execute(args, context) {
    assertFitsMode(args);
    const draft = args.dryRun ? await preview(args, context) : await create(args, context);
    const data = await toDraftData(draft, !args.dryRun, context, [args.dryRun ? ownNote(args, context) : undefined]);
    const said = args.dryRun ? 'Nothing is done yet. Would write a draft' : 'A draft was written and not sent';
    const moving = draft.id && { messageIds: [draft.id], moveTo: 'deleteditems' };
    const undo = moving && !args.dryRun ? { calls: [{ tool: 'mail_organize', arguments: moving }] } : undefined;
    return { data, undo, isTrusted: args.mode === 'new', summary: `${said}, as ${quoteLine(data.actingAs)}.` };
  },
});

/** A reply to all leaves out the person, whom a dry run without that scope does not know. */
function ownNote({ mode }: Input, { user }: ToolContext): string | undefined {
  return mode === 'replyAll' && !user.may('User.Read') ? OWN_AMONG_THEM : undefined;
}

const OWN_AMONG_THEM =
  'The draft will leave out the signed-in person, who may be one of these; without the scope User.Read their own address is unknown.';

function assertFitsMode({ mode, messageId }: Input): void {
  if ((mode === 'new') === (messageId === undefined)) return;
  throw new DomainError(
    'invalid_arguments',
    mode === 'new' ? 'messageId can only be used with reply, replyAll or forward.' : `mode ${mode} needs messageId.`,
  );
}

async function create(args: Input, context: ToolContext): Promise<MessageDetails> {
  const { mail, user } = context;
  const { mode, messageId, to, cc, bcc, subject, body } = args;
  const mark = markOf(context);
  if (mode === 'new' || messageId === undefined) return mail.createDraft(user, { subject, body, to, cc, bcc, mark });
  const given = { to: some(to), cc: some(cc), bcc: some(bcc) };
  const content = { ...given, subject, body: body === '' ? undefined : body, mark };
  const draft = await mail.createAnswer(user, messageId, mode, content);
  return mode === 'forward' ? withAttachments(draft, context) : draft;
}

async function preview(args: Input, context: ToolContext): Promise<DraftEnvelope> {
  const { mode, messageId, subject } = args;
  const given = { to: people(args.to), cc: people(args.cc), bcc: people(args.bcc) };
  if (mode === 'new' || messageId === undefined) return { ...given, subject: subject ?? '' };
  const original = await readOriginal(mode, messageId, context);
  const answered = await answeredBy(mode, original, context);
  return {
    subject: subject ?? answerSubject(mode, original.subject),
    to: [...answered.to, ...given.to],
    cc: [...answered.cc, ...given.cc],
    bcc: given.bcc,
    ...(mode === 'forward' ? takenAlong(original) : {}),
  };
}

function readOriginal(mode: Input['mode'], messageId: string, context: ToolContext): Promise<MessageDetails> {
  return mode === 'forward' ? readDraft(messageId, context) : context.mail.getMessage(context.user, messageId, 'none');
}

function takenAlong({ hasAttachments, attachments, hasMoreAttachments }: MessageDetails): Partial<DraftEnvelope> {
  return { hasAttachments, attachments, hasMoreAttachments };
}

/** Whom Outlook addresses by itself. */
async function answeredBy(
  mode: Exclude<Input['mode'], 'new'>,
  { from, replyTo, to, cc }: MessageDetails,
  { user, profile }: ToolContext,
): Promise<{ readonly to: readonly Correspondent[]; readonly cc: readonly Correspondent[] }> {
  const senders = replyTo.length > 0 ? replyTo : from ? [from] : [];
  if (mode !== 'replyAll') return { to: mode === 'reply' ? senders : [], cc: [] };
  const me = user.may('User.Read') ? await profile.me(user) : undefined;
  const own = [me?.mail, me?.userPrincipalName].map((address) => address?.toLowerCase());
  const isOther = ({ address }: Correspondent) => address === undefined || !own.includes(address.toLowerCase());
  return { to: [...senders, ...to].filter(isOther), cc: cc.filter(isOther) };
}

function some(list: readonly string[]): readonly string[] | undefined {
  return list.length > 0 ? list : undefined;
}

function people(list: readonly string[]): readonly Correspondent[] {
  return list.map((address) => ({ address }));
}
