/** What `Prefer` may say, as pages of the documentation have it. */
const PREFERENCES: readonly RegExp[] = [
  /^outlook\.timezone\s*=\s*"?[^"]+"?$/i,
  /^outlook\.body-content-type\s*=\s*"?(text|html)"?$/i,
  /^outlook\.allow-unsafe-html$/i,
  /^odata\.maxpagesize\s*=\s*\d+$/i,
  /^IdType\s*=\s*"?ImmutableId"?$/i,
  /^return\s*=\s*(minimal|representation)$/i,
  /^(redeemSharingLink|redeemSharingLinkIfNecessary|bypass-shared-lock|respond-async|include-unknown-enum-members)$/i,
  /^HonorNonIndexedQueriesWarningMayFailRandomly$/i,
  /^deltaExcludeParent|Include-Feature=.+|hierarchicalsharing$/i,
];

/** What is wrong with the headers of a request; names in lower case. */
export function checkHeaders(headers: Readonly<Record<string, string | undefined>>): readonly string[] {
  const problems: string[] = [];
  for (const one of (headers['prefer'] ?? '').split(/,(?=\s*[A-Za-z])/).filter(Boolean))
    if (!PREFERENCES.some((known) => known.test(one.trim()))) problems.push(`Prefer: ${one.trim()} is not known`);
  if (!/^Bearer \S+$/i.test(headers['authorization'] ?? '')) problems.push('Authorization is not a bearer token');
  const { consistencylevel: level, 'if-match': match } = headers;
  if (level !== undefined && level.toLowerCase() !== 'eventual') problems.push(`ConsistencyLevel is ${level}`);
  if (match !== undefined && !/^(\*|(W\/)?".*"|\{?[\w-]+\}?(,\d+)?)$/.test(match))
    problems.push(`If-Match is ${match}`);
  return problems;
}
