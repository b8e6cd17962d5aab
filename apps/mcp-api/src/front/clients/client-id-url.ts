const MAX_LENGTH = 256;
const DNS_NAME = /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*$/;

/**
 * The URL of a client-id metadata document (draft-ietf-oauth-client-id-metadata-document-02 section 3): https, with a path,
 * without user, query and fragment, written as browsers write it, at a host that the operator allows. Never an address.
 *
 * @param hosts with a port where it is not 443; `*`: any host on 443
 */
export function readClientIdUrl(id: string, hosts: readonly string[]): URL | undefined {
  if (id.length > MAX_LENGTH || /[?#@\\]/.test(id) || !URL.canParse(id)) return undefined;
  const url = new URL(id);
  if (url.href !== id || url.protocol !== 'https:' || url.pathname === '/') return undefined;
  // An own computer's, for development; refused as configuration of production.
  if (url.hostname === 'localhost') return hosts.includes(url.host) ? url : undefined;
  const isAllowed = hosts.includes(url.host) || (hosts.includes('*') && url.port === '');
  return isAllowed && DNS_NAME.test(url.hostname) ? url : undefined;
}
