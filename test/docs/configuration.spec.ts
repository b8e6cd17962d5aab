import { readFileSync } from 'node:fs';
import { environment } from '@app/config';
import { markdownTable, assertCurrent } from './generated.js';

const FILE = 'docs/configuration.md';
const INTRODUCTION = `# Configuration

Every variable Behalf reads, made from \`.env.example\` and the schema in \`libs/config\`. A wrong or missing one stops the start, and every mistake is named at once.
`;

interface Described {
  readonly group: string;
  readonly names: readonly string[];
  readonly text: string;
}

/** The comments of `.env.example`, each with the variables that stand below it. */
function described(): Described[] {
  const rows: { group: string; names: string[]; text: string }[] = [];
  let group = '';
  for (const line of readFileSync('.env.example', 'utf8').split('\n').slice(1)) {
    const name = /^([A-Z_]+)=/.exec(line)?.[1];
    const last = rows.at(-1);
    if (line.startsWith('# ---')) group = line.slice(5).trim();
    else if (line.startsWith('#') && last && last.names.length === 0) last.text += ` ${line.slice(2)}`;
    else if (line.startsWith('#')) rows.push({ group, names: [], text: line.slice(2) });
    else if (name && (!last || last.group !== group)) rows.push({ group, names: [name], text: '' });
    else if (name) last?.names.push(name);
  }
  return rows;
}

function defaultOf(name: string): string {
  const read = environment.shape[name as keyof typeof environment.shape].safeParse(undefined);
  if (!read.success) return 'required';
  return read.data === undefined || `${read.data}` === '' ? '' : `\`${read.data}\``;
}

function toMarkdown(): string {
  const groups = [...new Set(described().map(({ group }) => group))];
  const sections = groups.map((group) => {
    const rows = described()
      .filter((row) => row.group === group)
      .flatMap(({ names, text }) => names.map((name) => [`\`${name}\``, defaultOf(name), text]));
    return `\n## ${group}\n\n${markdownTable(['variable', 'default', 'meaning'], rows)}`;
  });
  return `${INTRODUCTION}${sections.join('\n')}\n`;
}

describe('docs/configuration.md', () => {
  it('is what the schema and .env.example make (UPDATE_DOCS=1 writes it)', () => {
    assertCurrent(FILE, toMarkdown());
  });
});
