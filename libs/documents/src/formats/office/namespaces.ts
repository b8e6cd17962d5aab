/**
 * Office namespaces by the prefix that the readers know them by: transitional ones (ECMA-376 part 4) and strict ones
 * (part 1). What a file calls them does not matter.
 */
const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  w: [
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    'http://purl.oclc.org/ooxml/wordprocessingml/main',
  ],
  s: ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main'],
  p: ['http://schemas.openxmlformats.org/presentationml/2006/main', 'http://purl.oclc.org/ooxml/presentationml/main'],
  a: ['http://schemas.openxmlformats.org/drawingml/2006/main', 'http://purl.oclc.org/ooxml/drawingml/main'],
  m: ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'http://purl.oclc.org/ooxml/officeDocument/math'],
  r: [
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    'http://purl.oclc.org/ooxml/officeDocument/relationships',
  ],
  mc: ['http://schemas.openxmlformats.org/markup-compatibility/2006'],
  rel: ['http://schemas.openxmlformats.org/package/2006/relationships'],
  ct: ['http://schemas.openxmlformats.org/package/2006/content-types'],
};

const BY_URI = new Map(Object.entries(PREFIXES).flatMap(([prefix, uris]) => uris.map((uri) => [uri, prefix])));
/** More are declared by no program. */
const MOST_IN_SCOPE = 500;

/** The namespaces that are in scope at a place of a document. */
export class Scope {
  readonly #prefixes: ReadonlyMap<string, string>;
  readonly #names = new Map<string, string>();

  /** @param home what elements are in where the document declares nothing */
  constructor(home: string, prefixes: ReadonlyMap<string, string> = new Map([['', home]])) {
    this.#prefixes = prefixes;
  }

  /** The scope within an element with these attributes; this one when it declares nothing. */
  within(attributes: Readonly<Record<string, string>>): Scope {
    let declared: Map<string, string> | undefined;
    for (const name in attributes) {
      if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) continue;
      declared ??= new Map(this.#prefixes);
      declared.set(name.slice(6), BY_URI.get(attributes[name] ?? '') ?? 'unknown');
    }
    if (declared === undefined) return this;
    if (declared.size > MOST_IN_SCOPE) throw new RangeError('Too many namespaces.');
    return new Scope('', declared);
  }

  /** `ns0:row` as `s:row`, as its namespace is. A prefix that is not declared stays. */
  element(name: string): string {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(':');
    const given = colon === -1 ? '' : name.slice(0, colon);
    const resolved = `${this.#prefixes.get(given) ?? given}:${name.slice(colon + 1)}`;
    this.#names.set(name, resolved);
    return resolved;
  }

  /** Attributes by their names as above; those without a prefix are in no namespace, and stay. */
  attributes(given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const resolved: Record<string, string> = {};
    for (const name in given) resolved[name.includes(':') ? this.element(name) : name] = given[name] ?? '';
    return resolved;
  }
}
