import { DomainError } from '@app/domain';
import type { ItemBody } from '@microsoft/microsoft-graph-types';
import { formatOf } from '../shared/body-format.js';
import { startOfBody, textToHtml } from '../shared/html-body.js';
import { historyInHtml, historyInText, isTooLongToTell } from './history/find-history.js';

/** What a body is: `fresh`, an answer that Graph made just now, has nothing but what it quotes. */
export type DraftKind = 'new' | 'answer' | 'fresh';

/**
 * A body with other own words, above what it quotes, which stays as it is, and in the format it has.
 * @throws DomainError `not_allowed` where it quotes something that cannot be told from its own words
 */
export function withOwnWords(body: ItemBody | null | undefined, words: string, kind: DraftKind): ItemBody {
  const content = body?.content ?? '';
  if (formatOf(body) === 'text') return { contentType: 'text', content: inText(content, words, kind) };
  return { contentType: 'html', content: inHtml(content, `<div>${textToHtml(words)}</div>`, kind) };
}

function inText(content: string, words: string, kind: DraftKind): string {
  const at = kind === 'fresh' ? 0 : historyInText({ content, isAnswer: kind === 'answer' });
  if (at === undefined) assertQuotesNothing(content, content, kind);
  const history = content.slice(at ?? content.length);
  return history === '' ? words : `${words}\r\n\r\n${history}`;
}

function inHtml(content: string, words: string, kind: DraftKind): string {
  const from = startOfBody(content);
  if (kind === 'fresh') return `${content.slice(0, from)}${words}${content.slice(from)}`;
  const place = historyInHtml({ content, isAnswer: kind === 'answer' });
  if (place) return `${content.slice(0, place.bodyStart)}${words}${place.opening}${content.slice(place.cut)}`;
  const to = endOfBody(content);
  assertQuotesNothing(content, content.slice(from, to), kind);
  return `${content.slice(0, from)}${words}${content.slice(to)}`;
}

/** What is not told apart must not be lost. */
function assertQuotesNothing(content: string, said: string, kind: DraftKind): void {
  const isBlank = !/\S/.test(said.replaceAll(/<(?!img\b)[^<>]*>|&nbsp;/gi, ''));
  if (isBlank || (kind === 'new' && !isTooLongToTell(content))) return;
  throw new DomainError(
    'not_allowed',
    'The text of this draft cannot be separated from the message it quotes, so the body was not changed.',
    { userAction: 'Change the body in Outlook, or write a new answer with mail_create_draft.' },
  );
}

/** Where the content of an HTML document ends; its end, of a fragment. */
function endOfBody(content: string): number {
  return [...content.matchAll(/<\/body\b[^<>]*>/gi)].at(-1)?.index ?? content.length;
}
