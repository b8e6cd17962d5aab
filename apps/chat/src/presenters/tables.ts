import Table from 'cli-table3';

const WIDEST = 40;
const HIDDEN = /(^|[a-z])id$|link$|cursor|url$/i;

type Row = Readonly<Record<string, unknown>>;

/** The lists in a tool's result as tables; undefined when there is none. Ids and links are for the agent. */
export function tablesOf(result: unknown): string | undefined {
  if (typeof result !== 'object' || result === null) return undefined;
  const lists = Object.entries(result).filter((entry): entry is [string, Row[]] => isList(entry[1]));
  return lists.length === 0 ? undefined : lists.map(([name, rows]) => `${name}\n${tableOf(rows)}`).join('\n');
}

function isList(value: unknown): value is Row[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'object' && item !== null);
}

function tableOf(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => !HIDDEN.test(name));
  const table = new Table({ head: columns, style: { head: [], border: [] } });
  for (const row of rows) table.push(columns.map((name) => cellOf(row[name])));
  return table.toString();
}

function cellOf(value: unknown): string {
  const text = value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  return printable(text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text);
}

/** What others wrote must not move the cursor, recolour the terminal or turn the direction of writing. */
export function printable(text: string): string {
  return text.replace(/(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '');
}
