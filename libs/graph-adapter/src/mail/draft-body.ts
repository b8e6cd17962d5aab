import type { ItemBody } from '@microsoft/microsoft-graph-types';
import { startOfBody, textToHtml } from '../html-body.js';

/** Where Outlook's own words end and the quoted message begins. */
const HTML_HISTORY = /<div\b[^>]*\bid="?(?:x_)*appendonsend|<hr\b[^>]*>\s*<div\b[^>]*\bid="?(?:x_)*divRplyFwdMsg/i;
const TEXT_HISTORY = /_{20,}\r?\n+From:/;

/** A body with other own words and the history it had. `isNewAnswer`: all that is in it so far is history. */
export function withOwnWords(body: ItemBody | null | undefined, words: string, isNewAnswer = false): ItemBody {
  const content = body?.content ?? '';
  if (body?.contentType?.toLowerCase() !== 'html') {
    const history = historyOf(content, TEXT_HISTORY, isNewAnswer ? 0 : undefined);
    return { contentType: 'text', content: history === '' ? words : `${words}\r\n\r\n${history}` };
  }
  const from = startOfBody(content);
  const history = historyOf(content, HTML_HISTORY, isNewAnswer ? from : undefined);
  if (history === '') return { contentType: 'text', content: words };
  return { contentType: 'html', content: `${content.slice(0, from)}<div>${textToHtml(words)}</div>${history}` };
}

function historyOf(content: string, mark: RegExp, otherwise: number | undefined): string {
  const at = content.search(mark);
  return content.slice(at >= 0 ? at : (otherwise ?? content.length));
}
