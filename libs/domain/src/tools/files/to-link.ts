import { DomainError } from '../../errors.js';

const CLOSERS: Readonly<Record<string, string>> = { '<': '>', '"': '"', "'": "'", '`': '`', '“': '”', '«': '»' };
/** Pages that only lead to another address, and the parameter that holds it. */
const WRAPPERS: readonly (readonly [host: RegExp, parameter: string])[] = [
  [/(?:^|\.)safelinks\.protection\.outlook\.com$/, 'url'],
  [/^teams\.(?:microsoft\.com|cloud\.microsoft)$/, 'objectUrl'],
];
const DEEPEST = 3;

/**
 * The address in what somebody pasted: in angle brackets, quotes or Markdown, with spaces, with a full stop after it, as a
 * page of Teams or a safe link that leads to it.
 * @throws DomainError `invalid_arguments` for what is no https address
 */
export function toLink(pasted: string, depth = 0): string {
  const url = asUrl(withoutWrapping(pasted));
  const parameter = WRAPPERS.find(([host]) => host.test(url.hostname))?.[1];
  const inner = parameter && url.searchParams.get(parameter);
  if (inner && depth < DEEPEST) return toLink(inner, depth + 1);
  const shown = /\/_layouts\/15\/onedrive\.aspx$|\/AllItems\.aspx$/i.test(url.pathname) && url.searchParams.get('id');
  if (shown && shown.startsWith('/')) return new URL(encodeURI(shown), url.origin).href;
  // Only where it is there, because the rest would be written anew.
  if (url.searchParams.has('web')) url.searchParams.delete('web');
  url.hash = '';
  return url.href;
}

function asUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' && !url.username && !url.password) return url;
  throw new DomainError('invalid_arguments', '"link" has no https address in it.', {
    userAction: 'Pass the sharing link or the address of the file as it was copied, beginning with https://.',
  });
}

function withoutWrapping(pasted: string): string {
  const text = pasted.replace(/[\r\n]+[\t ]*/g, '').trim();
  const start = text.toLowerCase().indexOf('https://');
  if (start < 0) return /^[\w-]+(?:\.[\w-]+)+\//.test(text) ? `https://${text}` : text;
  const before = text.slice(0, start).trimEnd();
  const rest = text.slice(start);
  if (before.endsWith('](')) return upTo(rest, rest.lastIndexOf(')'));
  const closer = CLOSERS[before.at(-1) ?? ''];
  return withoutPunctuation(closer === undefined ? rest : upTo(rest, rest.indexOf(closer)));
}

function upTo(text: string, end: number): string {
  return (end < 0 ? text : text.slice(0, end)).trim();
}

/** What ends a sentence ends no address; a bracket does where it was opened in it. */
function withoutPunctuation(text: string): string {
  let end = text.length;
  while (end > 0 && (/[.,;:!?>"'\]}\s]/.test(text[end - 1] ?? '') || isStray(text, end))) end -= 1;
  return text.slice(0, end);
}

function isStray(text: string, end: number): boolean {
  return text[end - 1] === ')' && !text.includes('(');
}
