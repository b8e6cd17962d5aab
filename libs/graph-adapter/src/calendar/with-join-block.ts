import type { ItemBody } from '@microsoft/microsoft-graph-types';
import { startOfBody, textToHtml } from '../shared/html-body.js';

/** What only the block has that Teams keeps in the body of a meeting. */
const MARKS = [/class="?me-email-text/i, /teams\.microsoft\.com\/(?:l\/meetup-join|meet)\//i];
const LINE = /(?:<div\b[^<>]*>\s*)?(?:<span\b[^<>]*>\s*)?_{20,}/gi;
const DIV = /^<div\b[^<>]*>\s*$/i;

/** A body with other words and the join block it had: an online meeting without it is none (Graph, "Update event"). */
export function withJoinBlock(body: ItemBody | null | undefined, words: string): ItemBody {
  const content = body?.content ?? '';
  const block = body?.contentType?.toLowerCase() === 'html' ? joinBlockOf(content) : '';
  if (block === '') return { contentType: 'text', content: words };
  return {
    contentType: 'html',
    content: `${content.slice(0, startOfBody(content))}<div>${textToHtml(words)}</div>${block}`,
  };
}

/** From the line of underscores above the block, or else from its first element; all where it cannot be told apart. */
function joinBlockOf(content: string): string {
  const marked = MARKS.map((mark) => content.search(mark)).find((at) => at >= 0);
  if (marked === undefined) return '';
  const before = content.slice(0, marked);
  const line = [...before.matchAll(LINE)].at(-1)?.index;
  const start = line ?? startOfOpening(before);
  return content.slice(start >= 0 ? start : startOfBody(content));
}

/** The tag that is being written at the end, and what opens just before it; -1 outside of a tag. */
function startOfOpening(html: string): number {
  let start = html.lastIndexOf('<');
  if (html.includes('>', start)) return -1;
  for (let end = start; end > 0; end = start) {
    const before = html.lastIndexOf('<', end - 1);
    if (before < 0 || !DIV.test(html.slice(before, end))) break;
    start = before;
  }
  return start;
}
