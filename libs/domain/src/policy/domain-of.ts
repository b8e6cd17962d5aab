import { isAddress } from '../text/address.js';

/**
 * Local parts that hold another address, to which the mail goes on: what Exchange wraps into an address of a domain of
 * its own (`IMCEASMTP-ben+40elsewhere+2Eexample@`), guests by the name they have here (`ben_elsewhere.example#EXT#@`),
 * routes of older mail systems (`ben%elsewhere.example@`, `elsewhere.example!ben@`), rewritten senders (`SRS0=…@`),
 * encoded words, which some mail servers decode (`=?utf-8?q?ben=40elsewhere.example=3E?=@`).
 */
const HOLDS_ANOTHER = /^imcea[a-z0-9]*-|#ext#|[%!]|^srs[01][=+-]|=\?/i;
const ASCII = /^[\u0021-\u007e]+$/;

/**
 * The one judge of which domain mail for an address goes to, in lower case and as DNS writes it (`xn--…`). Empty where
 * it is not known: no address, none that is plain, one that holds another.
 */
export function domainOf(address: string | undefined): string {
  if (address === undefined || !isAddress(address)) return '';
  const at = address.lastIndexOf('@');
  if (HOLDS_ANOTHER.test(address.slice(0, at))) return '';
  const labels = address
    .slice(at + 1)
    .split('.')
    .map(inAscii);
  return labels.includes('') ? '' : labels.join('.');
}

/** Letters that only look like those of another domain keep a name of their own; what would become ASCII is refused. */
function inAscii(label: string): string {
  if (ASCII.test(label)) return label.toLowerCase();
  const url = `http://${label}.example`;
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return host.startsWith('xn--') ? host.slice(0, -'.example'.length) : '';
}
