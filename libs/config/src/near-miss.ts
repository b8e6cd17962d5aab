import { editDistance } from '@app/domain';
import { environment } from './environment.js';
import type { SetVariables } from './variables.js';

/** Of platforms and tools: their names are theirs, however near to one of ours. */
const FOREIGN =
  /^(website_|azure|container_app_|kubernetes_|functions_|npm_|node_|jest_|github_|otel_|https?_|dotnet_|aspnetcore_|xdg_|msi_|identity_)/i;

/** Other words for the ones that our names are made of. */
const WORDS: Readonly<Record<string, string>> = Object.fromEntries([
  ...['DENY', 'BLOCK', 'BLOCKED', 'DISABLE', 'DISABLED', 'DISALLOWED', 'FORBIDDEN', 'EXCLUDE', 'EXCLUDED'].map(
    (word) => [word, 'DENIED'],
  ),
  ['ALLOW', 'ALLOWED'],
  ['ENABLE', 'ALLOWED'],
  ['ENABLED', 'ALLOWED'],
  ['INCLUDED', 'ALLOWED'],
  ['URI', 'URL'],
]);

/** Words that others put before or behind a name of ours. */
const FILLERS = ['BEHALF', 'MCP', 'MODE', 'LIST', 'NAME'];

/** Names that no rule below finds, in the words of `wordsOf`, and what does what they seem to ask for. */
const ALIASES: Readonly<Record<string, string>> = {
  'ALLOWED TOOL': 'TOOLSETS or DENIED_TOOLS',
  'ALLOWED TOOLSET': 'TOOLSETS',
  'ALLOWED RECIPIENT': 'RECIPIENT_DOMAINS',
  'ALLOWED RECIPIENT DOMAIN': 'RECIPIENT_DOMAINS',
  'ALLOWED CLIENT ID': 'ENTRA_ALLOWED_CLIENT_IDS',
  'ALLOWED TENANT ID': 'ENTRA_TENANT_IDS',
  'ENTRA ALLOWED TENANT ID': 'ENTRA_TENANT_IDS',
  'REQUIRE APPROVAL': 'APPROVALS',
  'OAUTH FRONT': 'AUTHORIZATION_FRONT',
  'AUTH FRONT': 'AUTHORIZATION_FRONT',
  'OAUTH PROXY': 'AUTHORIZATION_FRONT',
  'FRONT REDIRECT URL': 'FRONT_CLIENTS',
  'CLIENT METADATA HOST': 'FRONT_CLIENT_HOSTS',
};

const KNOWN = Object.keys(environment.shape).map((name) => ({ name, words: wordsOf(name) }));

/** Variables that were meant to be ours and are not: left as they are, what they ask for would silently not hold. */
export function validateNames(given: SetVariables): readonly string[] {
  return Object.keys(given).flatMap((name) => {
    const meant = name in environment.shape || FOREIGN.test(name) ? undefined : meantBy(name);
    return meant === undefined ? [] : [`${name} is not a variable of this server: write ${meant}`];
  });
}

function meantBy(name: string): string | undefined {
  if (name.length > 64) return undefined;
  const words = wordsOf(name);
  const alias = ALIASES[words.join(' ')];
  if (alias !== undefined) return alias;
  const plain = words.filter((word) => !FILLERS.includes(word));
  return KNOWN.find(({ words: ours }) => isSame(words, ours) || isSame(plain, ours) || isTypo(words, ours))?.name;
}

/** The same words, in whatever order, or run together. */
function isSame(words: readonly string[], ours: readonly string[]): boolean {
  // HOST and PORT have too many neighbours.
  if (ours.join('').length < 5) return false;
  return words.join('') === ours.join('') || words.toSorted().join(' ') === ours.toSorted().join(' ');
}

function isTypo(words: readonly string[], ours: readonly string[]): boolean {
  const [typed, known] = [words.join(''), ours.join('')];
  const allowed = known.length < 8 ? 0 : known.length < 12 ? 1 : 2;
  return Math.abs(typed.length - known.length) <= allowed && editDistance(typed, known) <= allowed;
}

/** In capitals and in the singular: `deniedTools` as `DENIED`, `TOOL`. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .split(/[^A-Z\d]+/)
    .filter((word) => word !== '')
    .map((word) => (word.length > 3 && word.endsWith('S') ? word.slice(0, -1) : word))
    .map((word) => (Object.hasOwn(WORDS, word) ? (WORDS[word] ?? word) : word));
}
