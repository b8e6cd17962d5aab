import type { z } from 'zod';
import { schemaAt } from '../arguments/schema.js';
import type { Primitive } from '../primitive/primitive.js';
import type { Tool } from '../tool/tool.js';

const MOST_PLACES = 5;

/** A tool, a prompt or a resource whose answer is not what it declares: a bug of its code. The message names places of the schema, no content. */
export class ToolOutputError extends Error {
  override readonly name = 'ToolOutputError';
}

/** @throws ToolOutputError where the types of a tool were worked around */
export function assertAnswered({ name }: Pick<Primitive, 'name'>, answer: unknown): void {
  if (typeof answer !== 'object' || answer === null) throw new ToolOutputError(`${name} answered nothing.`);
}

/** @throws ToolOutputError naming the places that are wrong */
export function readOutput({ name, output }: Tool, data: unknown): Record<string, unknown> {
  const read = output.safeParse(data);
  if (read.success) return read.data;
  const places = read.error.issues.map((issue) => `${placeOf(output, issue.path)} (${issue.code})`);
  const told = [...new Set(places)].slice(0, MOST_PLACES).join(', ');
  throw new ToolOutputError(`${name} answered what its output schema does not allow, at ${told}.`);
}

/** `requests[].state`; keys that the schema does not name are content. */
function placeOf(schema: z.ZodObject, path: readonly PropertyKey[]): string {
  const keys = path.map((key, index) => {
    if (typeof key === 'number') return '[]';
    return schemaAt(schema, path.slice(0, index + 1)) === undefined ? '.*' : `.${String(key)}`;
  });
  return keys.join('').replace(/^\./, '') || 'the top';
}
