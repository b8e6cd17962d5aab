import type { DomNode, FormatCallback, RecursiveCallback } from 'html-to-text';
import { noCells, rowText } from '../row-text.js';

type Builder = Parameters<FormatCallback>[2];

const LINE = { leadingLineBreaks: 1, trailingLineBreaks: 1 };

/** A row of a table as one line, its cells separated by tabs; what lays out a page as blocks. */
export const tableRow: FormatCallback = (row, walk, builder) => {
  builder.openTable();
  builder.openTableRow();
  for (const child of row.children) if (isCell(child)) cellText(child, walk, builder);
  builder.closeTableRow();
  builder.closeTable({ tableToString: ([cells = []]) => rowText(cells.map(({ text }) => text)), ...LINE });
};

function isCell({ type, data }: DomNode): boolean {
  return type === 'tag' || (type === 'text' && data?.trim() !== '');
}

function cellText(cell: DomNode, walk: RecursiveCallback, builder: Builder): void {
  builder.openTableCell();
  walk(cell.type === 'tag' ? cell.children : [cell], builder);
  builder.closeTableCell();
  for (const _ of noCells(Number((cell.attribs as Readonly<Record<string, string>> | undefined)?.['colspan']))) {
    builder.openTableCell();
    builder.closeTableCell();
  }
}
