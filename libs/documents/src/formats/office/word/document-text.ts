import type { TextOut } from '../../text-out.js';
import { Link } from '../link.js';
import { MathText } from '../math-text.js';
import type { Attributes, XmlHandler } from '../xml.js';
import { Fields } from './fields.js';
import { FormField } from './form-field.js';
import { Notes } from './notes.js';
import type { Numbering } from './numbering.js';
import { Rows } from './rows.js';
import { symbol } from './symbols.js';

/** What no reader of the page sees: removed text, the codes of fields, properties, and how words are pronounced. */
const UNSEEN = new Set(
  `w:del w:moveFrom w:delText w:delInstrText w:rt w:sectPr w:tblPr w:trPr w:sdtPr w:tabs w:pPrChange
   w:rPrChange w:tcPrChange`.split(/\s+/),
);
const WORDS = new Set(['w:t', 'm:t', 'a:t']);
/** What stands for characters. */
const CHARACTERS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};
const OFF = new Set(['0', 'false', 'off']);
const COMMENTS = 'Comments are left out.';
const HIDDEN = 'Hidden text is left out.';

/** Takes the XML of a document (ECMA-376 part 1, 17) and writes its text. */
export class DocumentText {
  readonly #out: TextOut;
  readonly #numbering: Numbering;
  readonly #fields = new Fields();
  readonly #formField = new FormField();
  readonly #math: MathText;
  readonly #notes = new Notes();
  /** The relationships of documents that are inserted whole, in their order. */
  readonly inserted: string[] = [];
  readonly #rows: Rows;
  readonly #links: Link[] = [];
  #addresses: ReadonlyMap<string, string> = new Map();
  #isWords = false;
  #isCode = false;
  #isRun = false;
  #isHidden = false;
  /** What comes before the first words of the paragraph. */
  #label = '';

  constructor(out: TextOut, numbering: Numbering) {
    this.#out = out;
    this.#rows = new Rows(out);
    this.#math = new MathText(out);
    this.#numbering = numbering;
  }

  readonly handler: XmlHandler = {
    open: (name, attributes) => this.#open(name, attributes),
    close: (name) => this.#close(name),
    text: (text) => {
      if (this.#isWords) this.#write(text);
      else if (this.#isCode) this.#fields.takeCode(text);
    },
  };

  /** A part begins whose links lead to these addresses, by the ids of its relationships. */
  begin(addresses: ReadonlyMap<string, string>): void {
    this.#addresses = addresses;
  }

  #open(name: string, attributes: Attributes): boolean {
    if (UNSEEN.has(name)) return false;
    if (name.startsWith('m:')) this.#openMath(name, attributes);
    if (WORDS.has(name)) this.#isWords = true;
    else if (name in CHARACTERS) this.#write(CHARACTERS[name] ?? '');
    else if (name === 'w:r') this.#isRun = true;
    else if (name === 'w:instrText') this.#isCode = true;
    else if (!this.#openLink(name, attributes)) this.#openOther(name, attributes);
    return true;
  }

  #openLink(name: string, attributes: Attributes): boolean {
    if (name === 'w:hyperlink') this.#links.push(new Link(this.#addressOf(attributes)));
    else if (name === 'w:fldChar') this.#out.write(this.#fields.mark(attributes['w:fldCharType']));
    else if (name === 'w:fldSimple') this.#fields.beginSimple(attributes['w:instr']);
    else return false;
    return true;
  }

  #addressOf({ 'r:id': id = '', 'w:anchor': place }: Attributes): string | undefined {
    const address = this.#addresses.get(id);
    return address === undefined || place === undefined ? address : `${address}#${place}`;
  }

  #openOther(name: string, attributes: Attributes): void {
    const value = attributes['w:val'];
    if (name === 'w:br') this.#break(attributes['w:type']);
    else if (name === 'w:sym') this.#write(symbol(attributes['w:font'], attributes['w:char']));
    else if (name === 'w:vanish') this.#isHidden = this.#isRun && !OFF.has(value ?? '');
    else if (name === 'w:pPr') this.#numbering.begin();
    else if (name === 'w:pStyle' || name === 'w:numId' || name === 'w:ilvl') this.#numbering.take(name, value);
    else if (name === 'w:txbxContent') this.#out.line();
    else if (name === 'w:commentReference') this.#out.note(COMMENTS);
    else if (name === 'w:altChunk') this.inserted.push(attributes['r:id'] ?? '');
    else if (this.#notes.open(name, attributes)) this.#write(this.#notes.reference);
    else if (!this.#rows.open(name, value)) this.#formField.open(name, value);
  }

  #openMath(name: string, attributes: Attributes): void {
    if (name === 'm:oMath') this.#writeLabel();
    this.#math.open(name, attributes);
  }

  #close(name: string): void {
    if (name.startsWith('m:')) this.#math.close(name);
    if (WORDS.has(name)) this.#isWords = false;
    else if (name === 'w:instrText') this.#isCode = false;
    else if (name === 'w:hyperlink') this.#out.write(this.#links.pop()?.ending ?? '');
    else if (name === 'w:fldSimple') this.#out.write(this.#fields.end());
    else if (name === 'w:r') this.#isRun = this.#isHidden = false;
    else if (name === 'w:pPr') this.#label = this.#numbering.label();
    else if (name === 'w:p') this.#endParagraph();
    else if (name === 'w:txbxContent') this.#out.line();
    else if (!this.#rows.close(name)) this.#out.write(this.#formField.close(name));
  }

  #endParagraph(): void {
    this.#label = '';
    this.#out.endParagraph();
  }

  #break(type: string | undefined): void {
    if (type === 'page' || type === 'column') this.#out.line(2);
    else this.#write('\n');
  }

  #write(text: string): void {
    if (this.#isHidden) this.#out.note(HIDDEN);
    const words = this.#isHidden || this.#fields.isCode ? '' : this.#notes.begun(text);
    if (words === '') return;
    this.#writeLabel();
    this.#links.at(-1)?.take(words);
    this.#fields.takeWords(words);
    this.#out.write(words);
  }

  #writeLabel(): void {
    this.#out.write(this.#label);
    this.#label = '';
  }
}
