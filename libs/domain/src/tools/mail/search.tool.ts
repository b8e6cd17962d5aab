import { z } from 'zod';
import { quoteLines } from '../../answer/quote-line.js';
import type { MessagePage } from '../../ports/mail.port.js';
import { isDate, toDate, toZoned } from '../../time/local-time.js';
import { defineTool, type ToolContext } from '../../tool/tool.js';
import { cursorInput, readOnly, timeInput, timeZoneInput } from '../shared/inputs.js';
import { zoneForReading } from '../shared/zone-of.js';
import { thereAreMore } from '../shared/there-are-more.js';
import { skippedNote } from '../shared/skipped-note.js';
import { folderInput } from './inputs.js';
import { messageSummary, toSummary } from './message-view.js';

const words = z.string().min(1).max(200);

const input = z.strictObject({
  query: words.describe('Words in subject, sender or body').optional(),
  from: words.describe("Words in the sender's name or address").optional(),
  to: words.describe("Words in a recipient's name or address").optional(),
  subject: words.describe('Words in the subject').optional(),
  since: timeInput.describe('Local date-time or date').optional(),
  until: timeInput.describe('Local date-time or date (the whole day is included)').optional(),
  unread: z.boolean().describe('true: only unread messages').optional(),
  hasAttachments: z.boolean().describe('true: only messages with attachments').optional(),
  folder: folderInput,
  timeZone: timeZoneInput,
  limit: z.int().min(1).max(50).describe('Messages per page').default(20),
  cursor: cursorInput,
});
type Input = z.output<typeof input>;

const messagePosition = z.strictObject({ at: z.iso.datetime(), ids: z.array(z.string()) });

export const searchMail = defineTool({
  name: 'mail_search',
  title: 'Search mail',
  description:
    "Searches the signed-in person's messages, newest first; every given filter must match. Without arguments, lists the latest messages of the whole mailbox, including sent mail and drafts. " +
    'Bodies are left out; mail_get_message returns them.',
  toolset: 'mail',
  input,
  aliases: { text: 'query' },
  output: z.object({
    timeZone: z.string(),
    messages: z.array(messageSummary),
    hasMore: z.boolean(),
    cursor: z.string().optional(),
    notes: z.array(z.string()).optional(),
  }),
  requiredScopes: ['Mail.ReadBasic'],
  optionalScopes: ['Mail.Read', 'MailboxSettings.Read'],
  annotations: readOnly,
  effects: { reaches: 'nobody' },
  async execute(args, context) {
    const { timeZone, note } = await zoneForReading(args.timeZone, context);
    const { query: text, from, to, subject, unread, hasAttachments, folder, limit } = args;
    const page = await context.mail.searchMessages(context.user, {
      ...{ text, from, to, subject, unread, hasAttachments, folder, limit },
      since: args.since === undefined ? undefined : instantOf(args.since, timeZone, 0),
      until: args.until === undefined ? undefined : instantOf(args.until, timeZone, 1),
      after: await context.paging.after(messagePosition),
    });
    const messages = page.messages.map((message) => toSummary(message, timeZone));
    const hasMore = page.next !== undefined;
    const said = [
      note,
      limitsOf(args, context),
      signsNote(page),
      operatorNote(args),
      skippedNote(page.skipped, 'messages'),
    ];
    const notes = said.filter((one) => one !== undefined);
    return {
      data: {
        timeZone,
        messages,
        hasMore,
        cursor: await context.paging.cursorAt(page.next),
        notes: notes.length > 0 ? notes : undefined,
      },
      summary: thereAreMore(page.next),
    };
  },
});

/** A date is its midnight, or for the end of a range the midnight after it. */
function instantOf(text: string, timeZone: string, days: number): string {
  const zoned = isDate(text) ? toDate(text).add({ days }).toZonedDateTime(timeZone) : toZoned(text, timeZone);
  return zoned.toInstant().toString({ smallestUnit: 'second' });
}

function signsNote({ unsearchable = [] }: MessagePage): string | undefined {
  if (unsearchable.length === 0) return undefined;
  return `A search finds only words with letters or digits; ${quoteLines(unsearchable)} was not searched for in bodies.`;
}

/** What other searches take for operators. */
const OPERATORS =
  /(?:^|\s)(?:AND|OR|NOT|NEAR)(?=\s|$)|\w[*](?=\s|$)|(?:^|[\s(])(?:from|to|subject|body|received|hasattachments?):/;

function operatorNote({ query = '' }: Input): string | undefined {
  if (!OPERATORS.test(query)) return undefined;
  return 'query has no operators: AND, OR, NOT, * and names such as from: are searched as words, and every word must match. Search once for each alternative, and use the other arguments as filters.';
}

function limitsOf({ query }: Input, { user }: ToolContext): string | undefined {
  if (user.may('Mail.Read')) return undefined;
  const looked = query === undefined ? '' : ' Only subjects and names were searched.';
  return `Bodies and previews are not shown, because the scope Mail.Read was not granted.${looked}`;
}
