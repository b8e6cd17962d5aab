const CLOSERS: Readonly<Record<string, string>> = {
  ...{ '<': '>', '"': '"', "'": "'", '`': '`' },
  ...{ '“': '”', '«': '»', '„': '“', '‘': '’', '‹': '›' },
  ...{ '「': '」', '『': '』', '（': '）', '【': '】', '《': '》', '*': '*' },
};
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const SHARING = /^https:\/\/[^/?#]+\/:[a-z]:\/[a-z]\//i;
const ENDING = /\.[a-z][a-z0-9]{1,4}$/i;

/** The address in what somebody pasted, without what stands around it; the text itself where there is none. */
export function addressIn(pasted: string): string {
  const text = joined(pasted.replace(UNSEEN, '')).trim();
  const start = text.toLowerCase().indexOf('https://');
  if (start < 0) return /^[\w-]+(?:\.[\w-]+)+\//.test(text) ? `https://${text}` : text;
  const before = text.slice(0, start).trimEnd();
  const rest = upTo(
    text
      .slice(start)
      .replaceAll('&amp;', '&')
      .replace(/%(?![\da-f]{2})/gi, '%25'),
    '|',
  );
  if (before.endsWith('](')) return rest.includes(')') ? rest.slice(0, rest.lastIndexOf(')')).trim() : rest.trim();
  const closer = CLOSERS[before.at(-1) ?? ''];
  return withNamedHash(withoutPunctuation(closer === undefined ? withoutWords(rest) : upTo(rest, closer)));
}

/** A long address comes in several lines; a line with nothing of an address in it is none of them. */
function joined(text: string): string {
  const [first = '', ...others] = text.trim().split(/[\r\n]+[\t ]*/);
  const end = others.findIndex((line) => !/[/?&=%]/.test(line) && !ENDING.test(line.trimEnd()));
  return [first, ...(end < 0 ? others : others.slice(0, end))].join('');
}

function upTo(text: string, mark: string): string {
  const end = text.indexOf(mark);
  return (end < 0 ? text : text.slice(0, end)).trim();
}

/** Names of files have spaces, and signs of East Asia; queries and sharing links have none, and after the ending of a name words follow. */
function withoutWords(text: string): string {
  const query = text.indexOf('?');
  const spaced = withSpacedPath(text);
  if (spaced !== undefined) return spaced;
  const from = SHARING.test(text) && !/^https:\/\/[^/]+\/:[a-z]:\/r\//i.test(text) ? 0 : query;
  const space = from < 0 ? -1 : text.slice(from).search(/[\s\u3000-\u3011\uff01-\uff1f]/);
  if (space >= 0) return text.slice(0, from + space);
  const parts = text.split(' ');
  const last = parts.findLastIndex((part) => part.includes('/') || ENDING.test(part.replace(/[.,;:!?)]{1,3}$/, '')));
  return ENDING.test(parts[last]?.replace(/[.,;:!?)]{1,3}$/, '') ?? '') ? parts.slice(0, last + 1).join(' ') : text;
}

/** Some browsers show the path in a query with its spaces: up to the next parameter, or to the ending of a name. */
function withSpacedPath(text: string): string | undefined {
  const start = text.search(/[?&](?:id|RootFolder|SourceUrl)=\//i);
  if (start < 0) return undefined;
  const next = text.indexOf('&', start + 1);
  const path = next < 0 ? text.slice(start) : text.slice(start, next);
  if (!path.includes(' ')) return undefined;
  if (next >= 0) return text.slice(0, next);
  const parts = path.split(' ');
  const last = parts.findLastIndex((part) => part.includes('/') || ENDING.test(part));
  return text.slice(0, start) + parts.slice(0, last + 1).join(' ');
}

/** What ends a sentence ends no address; a bracket does where it was opened in it. */
function withoutPunctuation(text: string): string {
  let end = text.length;
  while (
    end > 0 &&
    (/[.,;:!?>"'’”“»\]}*…\s\u3001-\u3011\uff01-\uff1f]/.test(text[end - 1] ?? '') || isStray(text, end))
  )
    end -= 1;
  return text.slice(0, end);
}

function isStray(text: string, end: number): boolean {
  return text[end - 1] === ')' && !text.includes('(');
}

/** `C# notes.docx`: a name goes on after the sign, where a place in a page has no ending. */
function withNamedHash(text: string): string {
  const hash = text.lastIndexOf('#');
  return hash >= 0 && ENDING.test(upTo(text.slice(hash), '?')) ? text.replaceAll('#', '%23') : text;
}
