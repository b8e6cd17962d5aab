import { encodingOf } from '../text/charset.js';
import { Unreadable } from '../unreadable.js';
import { type Attributes, XmlReader, type XmlHandler } from './xml.js';
import { Zip } from './zip.js';

export interface Relationship {
  readonly id: string;
  /** Its last words, of Office's own types: `worksheet`, `footnotes`. */
  readonly type: string;
  /** The path of the part it leads to. */
  readonly path: string;
}

/** Where a part leads to: other parts, and addresses outside of the file by their id. */
interface Related {
  readonly within: Relationship[];
  readonly addresses: Map<string, string>;
}

/** Both forms of the types of relationships (ECMA-376 parts 1 and 4), and later ones; the last words are the same in all. */
const OFFICE_TYPE =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/officeDocument\/2006|purl\.oclc\.org\/ooxml\/officeDocument|schemas\.microsoft\.com\/office\/\d{4}\/\d\d)\/relationships\//;

const TYPES = '[content_types].xml';

/** The parts of an Office file, found by their relationships (ECMA-376 part 2). Paths are compared without regard to case. */
export class OfficePackage {
  readonly #zip: Zip;
  readonly #names: ReadonlyMap<string, string>;
  readonly #related = new Map<string, Related>();

  /** @throws Unreadable */
  constructor(content: Uint8Array) {
    this.#zip = new Zip(content);
    this.#names = new Map(this.#zip.names.map((name) => [pathOf(name), name]));
  }

  get paths(): Iterable<string> {
    return this.#names.keys();
  }

  has(path: string): boolean {
    return this.#names.has(path);
  }

  /** Reads a part piece by piece; `home` is the namespace of elements that are in none. */
  read(path: string, home: string, handler: XmlHandler): void {
    const name = this.#names.get(path);
    if (name === undefined) throw new Unreadable('The file is damaged: a part of it is missing.');
    const reader = new XmlReader(home, handler);
    let decoder: InstanceType<typeof TextDecoder> | undefined;
    this.#zip.unpack(name, (chunk) => {
      decoder ??= new TextDecoder(encodingOf(chunk, { markup: true }));
      reader.write(decoder.decode(chunk, { stream: true }));
    });
    reader.write(decoder?.decode() ?? '');
    reader.end();
  }

  /** A part that is no XML. */
  bytes(path: string): Uint8Array {
    const chunks: Uint8Array[] = [];
    this.#zip.unpack(this.#names.get(path) ?? '', (chunk) => chunks.push(chunk.slice()));
    return Buffer.concat(chunks);
  }

  /** The part that is the document itself: by the relationship of the package, by the type of its content, by its usual path. */
  main(usual: string): string | undefined {
    const related = this.relationships('').filter(({ type }) => type === 'officeDocument');
    return [...related.map(({ path }) => path), ...this.#mainByContent(), usual].find((path) => this.has(path));
  }

  #mainByContent(): readonly string[] {
    const found: string[] = [];
    const open: XmlHandler['open'] = (element, { PartName: name = '', ContentType: type = '' }) => {
      if (element === 'ct:Override' && type.endsWith('.main+xml')) found.push(pathOf(name));
    };
    if (this.has(TYPES)) this.read(TYPES, 'ct', { open });
    return found;
  }

  /** Where a part leads to, within the package; '' is the package. */
  relationships(part: string): readonly Relationship[] {
    return this.#relatedTo(part).within;
  }

  /** The addresses that links of a part lead to, by their id. */
  addresses(part: string): ReadonlyMap<string, string> {
    return this.#relatedTo(part).addresses;
  }

  #relatedTo(part: string): Related {
    const known = this.#related.get(part);
    if (known) return known;
    const slash = part.lastIndexOf('/') + 1;
    const [folder, name] = [part.slice(0, slash), part.slice(slash)];
    const path = `${folder}_rels/${name}.rels`;
    const found: Related = { within: [], addresses: new Map() };
    if (this.has(path))
      this.read(path, 'rel', { open: (element, attributes) => take(element, attributes, folder, found) });
    this.#related.set(part, found);
    return found;
  }
}

function take(element: string, attributes: Attributes, folder: string, { within, addresses }: Related): void {
  if (element !== 'rel:Relationship') return;
  const { Id: id = '', Type: given = '', Target: target = '', TargetMode: mode } = attributes;
  const type = given.replace(OFFICE_TYPE, '');
  if (mode !== 'External') within.push({ id, type, path: resolved(folder, target) });
  else if (type === 'hyperlink') addresses.set(id, target);
}

/** Targets are relative to the folder of their part, or begin at the package. */
function resolved(folder: string, target: string): string {
  const [path = ''] = target.split('#');
  const steps: string[] = [];
  for (const step of pathOf(path.startsWith('/') ? path : `/${folder}${path}`).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** One spelling for each part: no slash first, no backslash, no percent encoding, lower case. */
function pathOf(name: string): string {
  const path = name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
