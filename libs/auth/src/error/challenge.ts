/** A `WWW-Authenticate` value of the Bearer scheme (RFC 6750 section 3); what is undefined is left out. */
export function bearerChallenge(parameters: Readonly<Record<string, string | undefined>>): string {
  const written = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}="${quotable(value)}"`],
  );
  return `Bearer ${written.join(', ')}`;
}

/** Where the metadata of a resource is (RFC 9728 section 3.1): the well-known part goes between host and path. */
export function resourceMetadataUrl(resource: string): string {
  const { origin, pathname, search } = new URL(resource);
  const path = pathname === '/' ? '' : pathname;
  return `${origin}/.well-known/oauth-protected-resource${path}${search}`;
}

/** The characters that RFC 6750 section 3 allows in these values; nothing else can end the quoted string or the header. */
function quotable(value: string): string {
  return value.replace(/"/g, "'").replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '');
}
