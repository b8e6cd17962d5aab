import type { AttachedItem } from '../../ports/mail-parts.js';
import type { ExtractedText, TextExtractor } from '../../ports/text-extractor.port.js';
import type { CallLimits } from '../../call/user-context.js';
import { named } from './correspondents.js';

/** An attached message, event or contact as text: its headings, then its body. */
export async function itemText(
  item: AttachedItem,
  documents: TextExtractor,
  limits: CallLimits,
): Promise<ExtractedText> {
  const body = await bodyText(item, documents, limits);
  return { ...body, text: [...headings(item), '', body.text.trim()].join('\n') };
}

async function bodyText(
  { body, bodyFormat }: AttachedItem,
  documents: TextExtractor,
  limits: CallLimits,
): Promise<ExtractedText> {
  if (bodyFormat !== 'html') return { text: body, truncated: false };
  return documents.textOf(
    { name: 'body.html', contentType: 'text/html; charset=utf-8', content: new TextEncoder().encode(body) },
    limits,
  );
}

function headings({
  subject,
  from,
  to,
  cc = [],
  sent,
  time,
  location,
  facts = [],
  hasAttachments,
}: AttachedItem): string[] {
  const given = [
    ['Subject', subject],
    ['From', from && named(from)],
    ['To', to.map(named).join('; ')],
    ['Cc', cc.map(named).join('; ')],
    ['Sent', sent],
    ['Time', time && `${time.start} to ${time.end} (${time.timeZone})`],
    ['Location', location],
    ...facts.map(({ name, value }) => [name, value] as const),
    ['Attachments', hasAttachments && 'it has some itself, which can be opened in Outlook only'],
  ] as const;
  return given.flatMap(([name, value]) => (value ? [`${name}: ${value.replaceAll(/\s+/g, ' ')}`] : []));
}
