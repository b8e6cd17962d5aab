/** The grammar of RFC 6750 section 3, which is stricter than RFC 9110's: these four, each once, each quoted. */
const PARAMETER = /(error|error_description|scope|resource_metadata)="([\x20-\x21\x23-\x5b\x5d-\x7e]*)"(?:, |$)/y;

/**
 * The parameters of a bearer challenge.
 * @throws Error when it is not well-formed
 */
export function readChallenge(header: string): Readonly<Record<string, string>> {
  if (!header.startsWith('Bearer ')) throw new Error(`not a bearer challenge: ${header}`);
  const found: Record<string, string> = {};
  PARAMETER.lastIndex = 'Bearer '.length;
  while (PARAMETER.lastIndex < header.length) {
    const [, name = '', value = ''] = PARAMETER.exec(header) ?? [];
    if (name === '' || name in found) throw new Error(`not a well-formed challenge: ${header}`);
    found[name] = value;
  }
  return found;
}
