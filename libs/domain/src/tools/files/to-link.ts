import { DomainError } from '../../errors/domain-error.js';
import { addressIn } from './pasted.js';

/** Pages that only lead to another address, and the parameter that holds it. */
const WRAPPERS: readonly (readonly [host: RegExp, parameter: string])[] = [
  [/(?:^|\.)safelinks\.protection\.outlook\.com$/, 'url'],
  [/^(?:outlook\.office(?:365)?\.com|outlook\.cloud\.microsoft|statics\.teams\.cdn\.office\.net)$/, 'url'],
  [/^(?:www\.)?google\.[a-z]{2,3}$/, 'q'],
  [/^teams\.(?:microsoft\.com|cloud\.microsoft)$/, 'objectUrl'],
];
const SHAREPOINT = /\.sharepoint(?:-mil)?\.(?:com|us|cn|de)$/;
const DEEPEST = 3;

/**
 * The address in what somebody pasted: in angle brackets, quotes or Markdown, with spaces, with words after it, as a page
 * of Teams or a safe link that leads to it, as the page of a folder that shows it.
 * @throws DomainError `invalid_arguments` for what is no https address
 */
export function toLink(pasted: string, depth = 0): string {
  const url = asUrl(addressIn(pasted));
  const inner = depth < DEEPEST ? ledTo(url) : undefined;
  if (inner) return toLink(inner, depth + 1);
  const shown = SHAREPOINT.test(url.hostname) && (url.searchParams.get('id') ?? url.searchParams.get('RootFolder'));
  if (shown && shown.startsWith('/')) return url.origin + shown.split('/').map(encodeURIComponent).join('/');
  // Only where it is there, because the rest would be written anew.
  if (url.searchParams.has('web')) url.searchParams.delete('web');
  url.hash = '';
  return url.href;
}

function ledTo({ hostname, pathname, searchParams }: URL): string | undefined {
  if (hostname === 'urldefense.com') return /^\/v3\/__(https:.{1,2000}?)__;/.exec(pathname)?.[1];
  if (hostname === 'urldefense.proofpoint.com') return unwrapped(searchParams.get('u'));
  const parameter = WRAPPERS.find(([host]) => host.test(hostname))?.[1];
  return (parameter && searchParams.get(parameter)) || undefined;
}

/** As Proofpoint writes an address: `-3A` for `%3A`, `_` for a slash. */
function unwrapped(written: string | null): string | undefined {
  const encoded = written?.replaceAll('_', '/').replaceAll(/-([0-9A-F]{2})/g, '%$1');
  try {
    return encoded === undefined ? undefined : decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

function asUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' && !url.username && !url.password) return url;
  throw new DomainError('invalid_arguments', '"link" has no https address in it.', {
    userAction: 'Pass the complete sharing link or web address of the file, beginning with https://.',
  });
}
