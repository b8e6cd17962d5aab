import { quoteLine } from '@app/domain';

/** A result as MCP has it. */
export interface AnsweredParts {
  readonly isError?: boolean;
  readonly content?: readonly { readonly text: string }[];
  readonly structuredContent?: Record<string, unknown>;
}

/** Longer lines of other people may be cut in a text. */
const MAX_LINE = 1_000;

/** Ids, cursors, addresses, flags, numbers, notes, names and bodies of a result's data that its text does not show, by path. */
export function whatTextLacks({ isError, content = [], structuredContent }: AnsweredParts): string[] {
  if (isError || structuredContent === undefined) return [];
  const text = content.map((part) => part.text).join('\n');
  return leaves(structuredContent, '')
    .filter(([path, value]) => !isShown(path, value, text))
    .map(([path]) => path);
}

function isShown(path: string, value: unknown, text: string): boolean {
  if (typeof value !== 'string') return new RegExp(`${keyOf(path)}: (\\[?|.*, )${String(value)}`).test(text);
  if (value.length > MAX_LINE && value.includes(' ') && !/untrusted/.test(path)) return true;
  return text.includes(value) || text.includes(quoteLine(value, value.length).slice(1, -1));
}

function keyOf(path: string): string {
  return /(?<!\w)(\w+)(?:\[\d+\])*$/.exec(path)?.[1] ?? path;
}

function leaves(value: unknown, path: string): [path: string, value: unknown][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inside]) => leaves(inside, `${path}.${key}`));
}
