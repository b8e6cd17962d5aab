import type { DomNode, FormatCallback, RecursiveCallback } from 'html-to-text';
import { rowText } from '../row-text.js';
import { ReachedColumns } from './reached-columns.js';

type Builder = Parameters<FormatCallback>[2];
type Attributes = Readonly<Record<string, string>>;

const LINE = { leadingLineBreaks: 1, trailingLineBreaks: 1 };
/** Cells reach into the rows of their own group only, which is what a row is in. */
const groups = new WeakMap<object, ReachedColumns>();

/** A row of a table as one line, its cells separated by tabs; what lays out a page as blocks. */
export const tableRow: FormatCallback = (row, walk, builder) => {
  const columns = columnsOf(row);
  columns.beginRow();
  builder.openTable();
  builder.openTableRow();
  for (const child of row.children) {
    if (!isCell(child)) continue;
    emptyCells(columns.skipReached(), builder);
    cellText(child, walk, builder);
    const { colspan = '1', rowspan = '1' } = attributesOf(child);
    emptyCells(columns.take(Number(colspan), Number(rowspan)), builder);
  }
  const keepsColumns = columns.endRow();
  builder.closeTableRow();
  const textsOf = (cells: readonly { readonly text: string }[]) => cells.map(({ text }) => text);
  builder.closeTable({ tableToString: ([cells = []]) => rowText(textsOf(cells), { keepsColumns }), ...LINE });
};

function columnsOf(row: DomNode): ReachedColumns {
  const group = row.parent ?? row;
  const columns = groups.get(group) ?? new ReachedColumns();
  groups.set(group, columns);
  return columns;
}

function isCell({ type, data }: DomNode): boolean {
  return type === 'tag' || (type === 'text' && data?.trim() !== '');
}

function attributesOf({ attribs = {} }: DomNode): Attributes {
  return attribs as Attributes;
}

function cellText(cell: DomNode, walk: RecursiveCallback, builder: Builder): void {
  builder.openTableCell();
  walk(cell.type === 'tag' ? cell.children : [cell], builder);
  builder.closeTableCell();
}

function emptyCells(count: number, builder: Builder): void {
  for (let index = 0; index < count; index++) {
    builder.openTableCell();
    builder.closeTableCell();
  }
}
