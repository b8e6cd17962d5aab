/** Parameters of the answer, which a registered URI cannot have already. */
const ANSWERED = ['code', 'state', 'iss', 'error', 'error_description'];
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];
/** Longer ones do not fit into the cookie that carries a sign-in. */
const MAX_LENGTH = 512;

/**
 * Whether an OAuth client can have its answers sent there: https, or http to a program on the person's own computer, in
 * the form in which browsers write it, so that comparing texts is comparing targets (RFC 9700 section 4.1.3).
 */
export function isRedirectUri(uri: string): boolean {
  if (uri.length > MAX_LENGTH || /[#@\\]/.test(uri) || !URL.canParse(uri)) return false;
  const { href, protocol, hostname, searchParams } = new URL(uri);
  const isReachable = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
  const isAsWritten = href === uri || href === `${uri}/`;
  return isReachable && isAsWritten && !hostname.endsWith('.') && !ANSWERED.some((name) => searchParams.has(name));
}
