import type { Correspondent } from '../../ports/mail-parts.js';
import type { DraftContent, MessageDetails } from '../../ports/mail.port.js';
import type { Undo } from '../../tool/undo.js';
import { mailOf } from './correspondents.js';
import { MAX_REPLACED } from './read-draft.js';

/**
 * The draft as it was, told to `mail_update_draft`.
 * @param replaced the words before, where others came in their place
 */
export function undoOfDraft(draft: MessageDetails, content: DraftContent, replaced: string | undefined): Undo {
  const lists = { to: draft.to, cc: draft.cc, bcc: draft.bcc };
  const people = Object.entries(lists).filter(([name]) => content[name as keyof typeof lists] !== undefined);
  const isCut = (replaced?.length ?? 0) >= MAX_REPLACED;
  const isKnown = draft.body !== undefined && !isCut;
  const args = {
    ...Object.fromEntries(people.map(([name, list]) => [name, addressesOf(list)])),
    ...(content.subject !== undefined && { subject: draft.subject }),
    ...(content.body !== undefined && isKnown && { body: replaced ?? (draft.body?.trim() === '' ? '' : content.body) }),
  };
  const lost = content.body === undefined ? undefined : isKnown ? formattingOf(draft) : 'the words before.';
  if (Object.keys(args).length === 0) return { cannot: lost };
  const call = { tool: 'mail_update_draft', arguments: { messageId: draft.id, ...args } };
  return { calls: [call], cannot: lost };
}

function addressesOf(list: readonly Correspondent[]): readonly string[] {
  return list.map(mailOf).filter((address) => address !== undefined);
}

function formattingOf({ bodyFormat }: MessageDetails): string | undefined {
  return bodyFormat === 'html' ? 'how the words before were formatted.' : undefined;
}
