import { quoteLine } from '../../answer/quote-line.js';
import { DomainError } from '../../errors/domain-error.js';
import type { MailTip } from '../../ports/mail-parts.js';
import { isAddress } from '../../text/address.js';
import type { ToolContext } from '../../tool/tool.js';
import { bodyText } from '../shared/body-text.js';

/** Addresses that are asked about. */
const MOST = 50;
/** Characters of an automatic reply. */
const MAX_WORDS = 300;
/** Automatic replies whose words are read. */
const MOST_REPLIES = 5;

/** What a sender should know of the recipients: sentences, in which words of others are quoted. */
export interface RecipientTips {
  readonly tips?: string[];
  /** Why there are none, or not of everybody. */
  readonly note?: string;
}

/** Asked on dry runs only. That nothing could be learned stops nobody. */
export async function recipientTips(
  recipients: readonly (string | undefined)[],
  context: ToolContext,
): Promise<RecipientTips> {
  const { mail, user } = context;
  const addresses = [...new Set(recipients.filter((one) => one !== undefined).filter(isAddress))];
  if (addresses.length === 0) return {};
  if (!user.may('Mail.Read')) return { note: UNKNOWN };
  try {
    const told = await mail.mailTips(user, addresses.slice(0, MOST));
    const tips = (await Promise.all(told.map((tip, index) => sentences(tip, index < MOST_REPLIES, context)))).flat();
    return { tips: tips.length > 0 ? tips : undefined, note: addresses.length > MOST ? SOME : undefined };
  } catch (error) {
    if (error instanceof DomainError) return { note: UNKNOWN };
    throw error;
  }
}

const UNKNOWN = 'Whether recipients are away, are groups or cannot be reached is not known.';
const SOME = `Whether recipients are away, are groups or cannot be reached was asked of the first ${MOST} only.`;

async function sentences(tip: MailTip, readsReply: boolean, context: ToolContext): Promise<string[]> {
  const { address, awayMessage, members = 0, externalMembers = 0 } = tip;
  const told = [
    awayMessage && `is away${readsReply ? await replyWords(awayMessage, context) : ''}`,
    members > 1 &&
      `is a group of ${members} people${externalMembers > 0 ? `, ${externalMembers} of them outside` : ''}`,
    tip.isFull && 'has a full mailbox',
    tip.isRestricted && 'does not take mail from this person',
    tip.isModerated && 'is moderated: somebody lets messages through',
  ];
  const name = isAddress(address) ? address : quoteLine(address, MAX_WORDS);
  return told.filter((one) => typeof one === 'string').map((one) => `${name} ${one}`);
}

async function replyWords(message: NonNullable<MailTip['awayMessage']>, context: ToolContext): Promise<string> {
  const { text = '' } = await bodyText(message, context);
  const words = text.replaceAll(/\s+/g, ' ').trim();
  return words === '' ? '' : ` and answers by itself ${quoteLine(words, MAX_WORDS)}`;
}
