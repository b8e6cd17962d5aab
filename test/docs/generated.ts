import { readFileSync, writeFileSync } from 'node:fs';

/** Expects a document to be what the code makes; with UPDATE_DOCS=1 writes it instead. */
export function assertCurrent(file: string, markdown: string): void {
  if (process.env.UPDATE_DOCS === '1') writeFileSync(file, markdown);
  else expect(words(readFileSync(file, 'utf8'))).toBe(words(markdown));
}

export function markdownTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [
    columns,
    columns.map(() => '---'),
    ...rows.map((cells) => cells.map((cell) => cell.replaceAll('|', '\\|'))),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Prettier pads tables, breaks lines of code and ends them with commas; what is compared is the text. */
function words(markdown: string): string {
  return markdown
    .replace(/[\s-]+/g, ' ')
    .replace(/,(?= ?[\]})])/g, '')
    .replace(/(?<=[[{]) | (?=[\]}])/g, '');
}
