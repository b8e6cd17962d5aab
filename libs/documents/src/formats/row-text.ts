/** Characters; longer cells belong to a table that only lays out the page. */
const LONGEST_CELL = 300;
/** Columns; wider cells only lay out a page, or are made to exhaust their reader. */
const WIDEST = 20;

export interface RowOptions {
  /** Whether the only cell with words keeps its column: of a table that has columns, for all that is known. */
  readonly keepsColumns?: boolean;
}

/** The cells of a row as one line, separated by tabs; those of a table that lays out a page as blocks. */
export function rowText(texts: readonly string[], { keepsColumns = false }: RowOptions = {}): string {
  const cells = texts.map((text) => text.trim());
  const filled = cells.filter((text) => text !== '');
  if (filled.length === 0) return '';
  if (filled.length === 1 && (!keepsColumns || filled[0]?.includes('\n'))) return filled[0] ?? '';
  if (filled.some((text) => text.length > LONGEST_CELL || text.includes('\t'))) return filled.join('\n');
  return cells.map(oneLine).join('\t').trimEnd();
}

/** What comes behind a cell that is this many columns wide. */
export function noCells(columns: number): readonly string[] {
  return columns > 1 ? Array<string>(Math.min(Math.floor(columns), WIDEST) - 1).fill('') : [];
}

/** Without line breaks and tabs, which separate rows and cells. */
export function oneLine(text: string): string {
  return /[\n\r\t]/.test(text)
    ? text
        .split(/[\n\r\t]/)
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .join(' ')
    : text;
}
