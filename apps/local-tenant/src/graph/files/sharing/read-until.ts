import { invalidRequest } from '../drive-errors.js';

/** When a permission ends, if it does; @throws GraphError 400 for no time, or one that has passed */
export function readUntil(value: unknown, now: Date): string | undefined {
  if (value === undefined || value === null) return undefined;
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (!(time > now.getTime())) throw invalidRequest('The expirationDateTime has to be a time in the future.');
  return new Date(time).toISOString();
}
