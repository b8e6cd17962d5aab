import { DomainError, isAddress, type MessageDetails } from '@app/domain';
import { graphPath } from '../http/graph-path.js';
import type { GraphSession } from '../http/graph-session.js';
import { PREFER_MAIL } from './prefer.js';
import { readMessage } from './read-message.js';
import type { GraphMessageItem } from './to-message.js';

/** Graph takes requests of 4 MB, in which base64 makes 3 bytes into 4. */
const MAX_BYTES = 3 * 1024 * 1024 - 65_536;

/**
 * Sends a draft as it was read: `/send` would send whatever it is by then, and takes no condition. Its MIME is read before
 * its version is read once more; where that is still the same, the MIME is of that version, and it is what is sent.
 * https://learn.microsoft.com/graph/outlook-send-mime-message
 */
export async function sendVersion(session: GraphSession, draft: MessageDetails): Promise<void> {
  if (draft.attachments.some(({ kind }) => kind === 'link')) throw onlyInOutlook(draft, 'It has a link to a file');
  const mime = await readMime(session, draft);
  const now = await readMessage(session, draft.id, 'none');
  if (now.version !== draft.version || !now.isDraft) {
    throw new DomainError('conflict', 'The draft was changed while it was being sent. Nothing was sent.');
  }
  const message = Buffer.concat([bccOf(now), withoutBcc(mime)]).toString('base64');
  await session.upload(graphPath(['me', 'sendMail']), Buffer.from(message), 'text/plain');
  await removeUnchanged(session, draft);
}

/** When the message with this Message-ID was sent, if it is in Sent Items. */
export async function sentAt(session: GraphSession, internetMessageId: string): Promise<string | undefined> {
  const path = graphPath(['me', 'mailFolders', 'sentitems', 'messages'], {
    $filter: `internetMessageId eq '${internetMessageId.replaceAll("'", "''")}'`,
    $select: 'id,sentDateTime',
    $top: '1',
  });
  const { items } = await session.getPage<GraphMessageItem>(path, PREFER_MAIL);
  return items[0]?.sentDateTime ?? undefined;
}

/** What is being sent in this process: two calls at once must not send one draft twice. */
export class Sends {
  readonly #ids = new Set<string>();

  /** @throws DomainError `conflict` */
  async once(draftId: string, send: () => Promise<void>): Promise<void> {
    if (this.#ids.has(draftId)) throw new DomainError('conflict', 'The draft is being sent already.');
    this.#ids.add(draftId);
    try {
      await send();
    } finally {
      this.#ids.delete(draftId);
    }
  }
}

async function readMime(session: GraphSession, draft: MessageDetails): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  await session.stream(`${graphPath(['me', 'messages', draft.id])}/$value`, PREFER_MAIL, async (body) => {
    for await (const chunk of body) {
      length += chunk.length;
      if (length > MAX_BYTES) throw onlyInOutlook(draft, 'It is larger than 3 MB');
      chunks.push(chunk);
    }
  });
  return Buffer.concat(chunks);
}

/** Graph leaves it out of the MIME of a draft. */
function bccOf(draft: MessageDetails): Buffer {
  const addresses = draft.bcc.map(({ address = '' }) => address);
  if (!addresses.every(isAddress)) throw onlyInOutlook(draft, 'A Bcc recipient has no plain address');
  return Buffer.from(addresses.length === 0 ? '' : `Bcc: ${addresses.map((one) => `<${one}>`).join(',\r\n ')}\r\n`);
}

/** The message without a Bcc of its own: only the checked one counts. */
function withoutBcc(mime: Buffer): Buffer {
  const end = mime.indexOf('\r\n\r\n');
  const head = mime
    .subarray(0, end === -1 ? mime.length : end)
    .toString('latin1')
    .split('\r\n');
  let isBcc = false;
  const kept = head.filter((line) => {
    isBcc = /^[ \t]/.test(line) ? isBcc : /^bcc[ \t]*:/i.test(line);
    return !isBcc;
  });
  const rest = end === -1 ? Buffer.alloc(0) : mime.subarray(end);
  return Buffer.concat([Buffer.from(kept.join('\r\n'), 'latin1'), rest]);
}

/** To Deleted Items, where it still tells by its Message-ID that it was sent. Changed since, it is a draft of other words. */
async function removeUnchanged(session: GraphSession, draft: MessageDetails): Promise<void> {
  try {
    const { version } = await readMessage(session, draft.id, 'none');
    if (version === draft.version) await session.delete(graphPath(['me', 'messages', draft.id]), PREFER_MAIL);
  } catch {
    // It is sent: a draft that stays must not make that look like a failure.
  }
}

function onlyInOutlook({ webLink }: MessageDetails, why: string): DomainError {
  return new DomainError('not_allowed', `${why}, so the draft cannot be sent exactly as it was checked before.`, {
    userAction: 'Let the person send it in Outlook.',
    url: webLink,
  });
}
