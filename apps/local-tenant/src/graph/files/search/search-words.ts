import type { DriveItem } from '../model.js';
import { searchableText } from './searchable-text.js';

/** `filetype:docx`, `filename:plan`, a phrase in quotes or a word. */
const TERM = /(?:(filetype|filename|title):)?(?:"([^"]*)"|([^\s"]+))/gi;

type Test = (item: DriveItem) => boolean;

/** A search in words: each has to begin a word of the name or the content. */
export function matchWords(text: string): Test {
  const wanted = wordsOf(text);
  return (item) => {
    const found = [...wordsOf(item.name), ...wordsOf(searchableText(item))];
    return wanted.every((word) => found.some((one) => one.startsWith(word)));
  };
}

/** The part of Keyword Query Language that is served here: words, phrases, `filetype:` and `filename:`, all to be met. */
export function matchQuery(query: string): Test {
  const terms = [...query.matchAll(TERM)].filter(([term]) => term !== 'AND');
  const tests = terms.map(([, property, phrase, word = '']) => termTest(property?.toLowerCase(), phrase, word));
  return (item) => tests.every((test) => test(item));
}

function termTest(property: string | undefined, phrase: string | undefined, word: string): Test {
  if (property === 'filetype') return ({ name }) => name.toLowerCase().endsWith(`.${(phrase ?? word).toLowerCase()}`);
  if (property !== undefined) {
    const wanted = wordsOf(phrase ?? word);
    return ({ name }) => wanted.every((one) => wordsOf(name).some((own) => own.startsWith(one)));
  }
  if (phrase === undefined) return matchWords(word.replace(/\*$/, ''));
  const wanted = asLine(phrase);
  return (item) => asLine(item.name).includes(wanted) || asLine(searchableText(item)).includes(wanted);
}

function asLine(text: string): string {
  return ` ${wordsOf(text).join(' ')} `;
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
