import { quoteLine } from '../answer/quote-line.js';

/** A call that takes back what was done; the policy judges it like any other. */
export interface UndoCall {
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** How what a call did is taken back, and what of it cannot be. */
export interface Undo {
  readonly calls?: readonly UndoCall[];
  /** One sentence. */
  readonly cannot?: string;
}

/** The same in the data of a result. */
export function undoData(undo: Undo | undefined): Readonly<Record<string, unknown>> {
  if (undo === undefined) return {};
  const { calls = [], cannot } = undo;
  const undoing = calls.length === 1 ? calls[0] : calls;
  return { ...(calls.length > 0 && { undo: undoing }), ...(cannot !== undefined && { cannotBeUndone: cannot }) };
}

/** The same in the text of a result; what others wrote stands in quotes, whole, so that it can be given back. */
export function undoLines(undo: Undo | undefined): readonly string[] {
  const { calls = [], cannot } = undo ?? {};
  return [
    ...calls.map(({ tool, arguments: args }) => `To undo it, call ${tool} with ${written(args)}`),
    ...(cannot === undefined ? [] : [`Cannot be undone: ${cannot}`]),
  ];
}

function written(value: unknown): string {
  if (typeof value === 'string') return quoteLine(value, Infinity);
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${entries.map(([key, field]) => `${key}: ${written(field)}`).join(', ')}}`;
}
