/** Characters of an address (RFC 5321 section 4.5.3.1). */
export const LONGEST_ADDRESS = 254;

/** Characters that take part in the structure of a header, and what does not show: never in a plain address. */
const LOCAL_PART = /^[^\p{C}\p{Z}@<>()[\]\\,;:"]+$/u;
/** Labels of letters and digits of any script (RFC 6531), at least two; the last is no number. */
const DOMAIN =
  /^(?=.{1,253}$)(?:[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_-]{0,62})\.)+(?!\d+$)[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}-]{0,62}$/u;
/** A name beside an address; one that holds another address or any part of a list would leave open who is meant. */
const NAME = /^[^\p{Cc}\p{Zl}\p{Zp}<>@;]*$/u;

/**
 * Whether this is one plain address: no display name, quotes, comments, list or address literal. Wider than RFC 5321 in
 * its local part, as mail servers are (`a..b@`, more than 64 characters).
 */
export function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  return (
    at > 0 && text.length <= LONGEST_ADDRESS && LOCAL_PART.test(text.slice(0, at)) && DOMAIN.test(text.slice(at + 1))
  );
}

/**
 * The address in what people and programs write for one: `ben@example.com`, `<ben@example.com>`, `mailto:ben@example.com`,
 * `Ben Carter <ben@example.com>`. Undefined when it is none, or when it is open which one is meant.
 */
export function readAddress(text: string): string | undefined {
  const trimmed = text.trim();
  const open = trimmed.endsWith('>') ? trimmed.indexOf('<') : -1;
  const address = open < 0 ? trimmed : trimmed.slice(open + 1, -1).trim();
  const plain = unquoted(address.replace(/^(?:mailto|smtp):/i, ''));
  const name = open < 0 ? '' : trimmed.slice(0, open).trim();
  const isSame = unquoted(name).toLowerCase() === plain.toLowerCase();
  return isAddress(plain) && (isSame || NAME.test(name)) ? plain : undefined;
}

function unquoted(name: string): string {
  return /^(["']).*\1$/.test(name) ? name.slice(1, -1) : name;
}
