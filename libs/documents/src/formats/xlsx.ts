import { readParts } from './package-parts.js';
import { relationsOf } from './relations.js';
import { Unreadable } from './unreadable.js';
import { elements, parseXml, textOf, type XmlNode } from './xml.js';
import { dateOf, dateStyles } from './xlsx-dates.js';

const WORKBOOK = 'xl/workbook.xml';

/** What is needed to read the cells of any sheet. */
interface Workbook {
  readonly strings: readonly string[];
  readonly dates: ReadonlySet<string>;
  readonly since1904: boolean;
}

/** Each sheet with its name, rows as lines, cells separated by tabs in their columns. */
export function xlsxText(content: Uint8Array): string {
  const parts = readParts(content, (path) =>
    /^xl\/(workbook|sharedStrings|styles|worksheets\/[^/]+)\.xml$|^xl\/_rels\//.test(path),
  );
  const xml = parts.get(WORKBOOK);
  if (xml === undefined) throw new Unreadable('The file is no Excel workbook.');
  const root = parseXml(xml);
  const workbook = {
    strings: stringsOf(parts.get('xl/sharedStrings.xml')),
    dates: dateStyles(parts.get('xl/styles.xml')),
    since1904: [...elements(root, 'workbookPr')].some(({ attributes }) =>
      /^(1|true)$/.test(attributes['date1904'] ?? ''),
    ),
  };
  const targets = relationsOf(parts, WORKBOOK);
  return [...elements(root, 'sheet')]
    .map(({ attributes }) => {
      const sheet = parts.get(targets.get(attributes['r:id'] ?? '') ?? '');
      return `# ${attributes['name'] ?? 'Sheet'}\n${sheet === undefined ? '' : sheetText(sheet, workbook)}`;
    })
    .join('\n\n');
}

function stringsOf(xml: string | undefined): readonly string[] {
  if (xml === undefined) return [];
  return [...elements(parseXml(xml), 'si')].map((item) => [...elements(item, 't')].map(textOf).join(''));
}

function sheetText(xml: string, workbook: Workbook): string {
  return [...elements(parseXml(xml), 'row')].map((row) => rowText(row, workbook)).join('\n');
}

function rowText(row: XmlNode, workbook: Workbook): string {
  const cells: string[] = [];
  for (const cell of row.children.filter(({ name }) => name === 'c')) {
    cells[columnOf(cell.attributes['r'] ?? '', cells.length)] = valueOf(cell, workbook);
  }
  return Array.from(cells, (cell) => cell ?? '').join('\t');
}

/** `B7` is column 1; a cell without a reference follows the one before. */
function columnOf(reference: string, next: number): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return next;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function valueOf(cell: XmlNode, { strings, dates, since1904 }: Workbook): string {
  const { t: type, s: style = '0' } = cell.attributes;
  if (type === 'inlineStr') return [...elements(cell, 't')].map(textOf).join('');
  const [value] = [...elements(cell, 'v')].map(textOf);
  if (value === undefined) return '';
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  return type === undefined && dates.has(style) ? dateOf(Number(value), since1904) : value;
}
