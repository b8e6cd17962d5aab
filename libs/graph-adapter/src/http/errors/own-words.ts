/** The most characters of a quoted value; what seems longer is no quotation. */
const QUOTATIONS = /(?<!\w)'.{0,300}?'(?!\w)|"[^"]{0,300}"/gs;
const OF_ADDRESS_OR_PATH = /[/\\@]/;

/**
 * A message without what it repeats of the request: quoted values, addresses and paths. A file named "virus" is no virus,
 * and an address that begins with "organizer" tells nothing of one.
 */
export function ownWords(message: string): string {
  const words = message.replace(QUOTATIONS, ' ').split(/\s+/);
  return words.filter((word) => !OF_ADDRESS_OR_PATH.test(word)).join(' ');
}
