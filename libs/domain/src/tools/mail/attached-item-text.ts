import type { Person } from '../../ports/calendar.port.js';
import type { AttachedItem } from '../../ports/mail.port.js';
import type { ExtractedText, TextExtractor } from '../../ports/text-extractor.port.js';

/** An attached message or event as text: its headings, then its body. */
export async function itemText(
  item: AttachedItem,
  documents: TextExtractor,
  signal: AbortSignal,
): Promise<ExtractedText> {
  const body = await bodyText(item, documents, signal);
  return { ...body, text: [...headings(item), '', body.text.trim()].join('\n') };
}

async function bodyText(
  { body, bodyFormat }: AttachedItem,
  documents: TextExtractor,
  signal: AbortSignal,
): Promise<ExtractedText> {
  if (bodyFormat !== 'html') return { text: body, truncated: false };
  return documents.textOf(
    { name: 'body.html', contentType: 'text/html; charset=utf-8', content: new TextEncoder().encode(body) },
    signal,
  );
}

function headings({ subject, from, to, sent, time, hasAttachments }: AttachedItem): string[] {
  const given = [
    ['Subject', subject],
    ['From', from && named(from)],
    ['To', to.map(named).join('; ')],
    ['Sent', sent],
    ['Time', time && `${time.start} to ${time.end} (${time.timeZone})`],
    ['Attachments', hasAttachments && 'it has some itself, which can be opened in Outlook only'],
  ] as const;
  return given.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
}

function named({ name, address }: Person): string {
  return name === undefined ? address : `${name} <${address}>`;
}
