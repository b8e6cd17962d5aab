import { DomainError } from '../../errors/domain-error.js';
import { addressIn } from './pasted.js';

/** Pages that only lead to another address, and the parameter that holds it. */
const WRAPPERS: readonly (readonly [host: RegExp, parameter: string])[] = [
  [/(?:^|\.)safelinks\.protection\.outlook\.com$/, 'url'],
  [/^(?:outlook\.office(?:365)?\.com|outlook\.cloud\.microsoft|statics\.teams\.cdn\.office\.net)$/, 'url'],
  [/^(?:www\.)?google\.[a-z]{2,3}$/, 'q'],
  [/^(?:[\w-]+\.)?teams\.(?:microsoft\.(?:com|us)|cloud\.microsoft)$/, 'objectUrl'],
  [/^view\.officeapps\.live\.com$/, 'src'],
];
const SHAREPOINT = /\.sharepoint(?:-mil)?\.(?:com|us|cn|de)$/;
/** Parameters of SharePoint's own pages that name the file or folder they show. */
const SHOWN = ['id', 'RootFolder', 'SourceUrl'];
const DEEPEST = 3;
/** What opens the program in place of the page. */
const TEAMS_APP = /\bmsteams:\/{1,2}/i;

/**
 * The address in what somebody pasted: in angle brackets, quotes or Markdown, with spaces, with words after it, as a page
 * of Teams or a safe link that leads to it, as the page of a folder that shows it.
 * @throws DomainError `invalid_arguments` for what is no https address
 */
export function toLink(pasted: string, depth = 0): string {
  const url = asUrl(addressIn(pasted.replace(TEAMS_APP, 'https://teams.microsoft.com/')));
  const inner = depth < DEEPEST ? ledTo(url) : undefined;
  if (inner) return toLink(inner, depth + 1);
  const shown = SHAREPOINT.test(url.hostname) ? shownBy(url.searchParams) : undefined;
  if (shown?.startsWith('/')) return url.origin + shown.split('/').map(encodeURIComponent).join('/');
  // Only where it is there, because the rest would be written anew.
  if (url.searchParams.has('web')) url.searchParams.delete('web');
  url.hash = '';
  return url.href;
}

function shownBy(parameters: URLSearchParams): string | undefined {
  const name = SHOWN.find((one) => parameters.has(one));
  return name === undefined ? undefined : (parameters.get(name) ?? undefined);
}

function ledTo(url: URL): string | undefined {
  const { hostname, pathname, searchParams } = url;
  if (hostname === 'urldefense.com') return /^\/v3\/__(https:.{1,2000}?)__;/.exec(pathname)?.[1];
  if (hostname === 'urldefense.proofpoint.com') return unwrapped(searchParams.get('u'));
  const parameter = WRAPPERS.find(([host]) => host.test(hostname))?.[1];
  return (parameter && searchParams.get(parameter)) || sharePointIn(url);
}

/** The address of SharePoint that a page of another host has in a parameter or at the end of its path, as filters of mail write it. */
function sharePointIn({ hostname, pathname, searchParams }: URL): string | undefined {
  if (SHAREPOINT.test(hostname)) return undefined;
  // Teams writes `~2F` for a slash.
  const end = /\/(https(?:%3a|:)(?:%2f|~2f|\/).*)$/i.exec(pathname)?.[1] ?? '';
  const written = [decoded(end), ...searchParams.values()].map((one) => one.replaceAll(/~2f/gi, '/'));
  return written.find((one) => URL.canParse(one) && SHAREPOINT.test(new URL(one).hostname));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** As Proofpoint writes an address: `-3A` for `%3A`, `_` for a slash. */
function unwrapped(written: string | null): string | undefined {
  return written === null ? undefined : decoded(written.replaceAll('_', '/').replaceAll(/-([0-9A-F]{2})/g, '%$1'));
}

function asUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' && !url.username && !url.password) return url;
  throw new DomainError('invalid_arguments', '"link" has no https address in it.', {
    userAction: 'Pass the complete sharing link or web address of the file, beginning with https://.',
  });
}
