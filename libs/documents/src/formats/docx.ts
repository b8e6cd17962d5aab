import { readParts } from './package-parts.js';
import { Unreadable } from './unreadable.js';
import { parseXml, type XmlNode } from './xml.js';

const BODY = 'word/document.xml';
const NOTES = ['word/footnotes.xml', 'word/endnotes.xml'];

/** Paragraphs as lines, table rows as lines with tabs, notes at the end. */
export function docxText(content: Uint8Array): string {
  const parts = readParts(content, (path) => path === BODY || NOTES.includes(path));
  const body = parts.get(BODY);
  if (body === undefined) throw new Unreadable('The file is no Word document.');
  const notes = NOTES.flatMap((path) => parts.get(path) ?? []).map((xml) => written(parseXml(xml)).trim());
  return [written(parseXml(body)).trim(), ...notes.filter((note) => note !== '')].join('\n\n');
}

/** Deleted text (`w:delText`), field codes and the second form of alternate content are not what a reader sees. */
function written(node: XmlNode): string {
  switch (node.name) {
    case 'w:t':
      return inner(node);
    case 'w:tab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:p':
      return `${inner(node)}\n`;
    case 'w:tc':
      return `${inner(node).trim().replaceAll('\n', ' ')}\t`;
    case 'w:tr':
      return `${inner(node).replace(/\t$/, '')}\n`;
    case 'mc:Fallback':
    case 'w:instrText':
    case 'w:delText':
    case 'w:pPr':
      return '';
    default:
      return node.text !== undefined ? '' : inner(node);
  }
}

function inner({ name, children }: XmlNode): string {
  return children.map((child) => (child.text !== undefined && name === 'w:t' ? child.text : written(child))).join('');
}
