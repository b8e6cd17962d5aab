import type { MessageQuery } from '@app/domain';
import { wordsOf } from './message-page.js';

const DAY_MS = 86_400_000;

/**
 * A query as `$search` takes it: Keyword Query Language in which every word of the caller is a quoted phrase, so that
 * none of them is an operator. It compares days, in a zone it does not tell; the exact time is compared afterwards.
 * Undefined where there is no word to look for.
 */
export function toSearch({ since, until, after, ...query }: MessageQuery): string | undefined {
  const words = wordTerms(query);
  if (words.length === 0) return undefined;
  const terms = [
    ...words,
    ...(since === undefined ? [] : [`received>=${day(Date.parse(since) - DAY_MS)}`]),
    ...(until === undefined ? [] : [`received<=${day(Date.parse(until) + DAY_MS)}`]),
    ...(after === undefined ? [] : [`sent<=${day(Date.parse(after.at) + DAY_MS)}`]),
  ];
  return `"${terms.join(' AND ').replaceAll(/["\\]/g, '\\$&')}"`;
}

/** Messages to any of these people, as `$search` takes it; undefined where no address can be searched for. */
export function toAnyOf(addresses: readonly string[]): string | undefined {
  const terms = addresses.flatMap((address) => phrase('recipients:', address));
  return terms.length === 0 ? undefined : `"${terms.join(' OR ').replaceAll(/["\\]/g, '\\$&')}"`;
}

function wordTerms({ from, to, subject, text }: Pick<MessageQuery, 'from' | 'to' | 'subject' | 'text'>): string[] {
  return [
    ...phrase('from:', from),
    ...phrase('to:', to),
    ...phrase('subject:', subject),
    ...wordsOf(text).flatMap((word) => phrase('', word)),
  ];
}

/** Whether a search finds it: an index holds no words without letters or digits. */
export function isSearchable(word: string): boolean {
  return /[\p{L}\p{N}]/u.test(word);
}

/** A phrase cannot hold what ends it, nor a URL half a character, and a star in it would stand for the rest of a word. */
function phrase(property: string, words: string | undefined): string[] {
  const seen = (words ?? '').replaceAll(/\p{Cf}/gu, '').normalize('NFC');
  const quotable = seen.replaceAll(/["“”„‟«»\\*\s\p{Cc}\p{Cs}]+/gu, ' ').trim();
  return isSearchable(quotable) ? [`${property}"${quotable}"`] : [];
}

function day(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
