/** Characters; longer cells belong to a table that only lays out the page. */
const LONGEST_CELL = 300;

/** The cells of a row as one line, separated by tabs; those of a table that lays out a page as blocks. */
export function rowText(texts: readonly string[]): string {
  const cells = texts.map((text) => text.trim());
  const filled = cells.filter((text) => text !== '');
  if (filled.length <= 1) return filled[0] ?? '';
  if (filled.some((text) => text.length > LONGEST_CELL || text.includes('\t'))) return filled.join('\n');
  return cells.map(oneLine).join('\t').trimEnd();
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
