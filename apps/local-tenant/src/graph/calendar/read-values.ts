import { unreadableBody, validationFailure } from '../errors.js';

export type JsonObject = Readonly<Record<string, unknown>>;

/** @throws GraphError when the value is no JSON object */
export function readObject(value: unknown, type: string): JsonObject {
  if (!isObject(value)) throw wrongKind(value, type);
  return value;
}

/** Parameters of an action; Outlook takes their names in any case. */
export function lowerCased(body: unknown): JsonObject {
  const input = readObject(body, 'Edm.ComplexType');
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name.toLowerCase(), value]));
}

export function readList(value: unknown, type: string): readonly unknown[] {
  if (!Array.isArray(value)) throw wrongKind(value, `Collection(${type})`);
  return value as unknown[];
}

export function readText(value: unknown): string {
  if (value === null) return '';
  if (typeof value !== 'string') throw wrongKind(value, 'Edm.String');
  return value;
}

/** Of an action's parameter, which is taken as a word too. */
export function readFlag(value: unknown): boolean {
  if (value === 'true' || value === 'false') return value === 'true';
  return readBoolean(value);
}

/** Of an action's parameter, which is taken as digits too. */
export function readCount(value: unknown, least: number, most: number): number {
  return readInteger(typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value, least, most);
}

export function readBoolean(value: unknown): boolean {
  if (typeof value !== 'boolean') throw wrongKind(value, 'Edm.Boolean');
  return value;
}

export function readInteger(value: unknown, least = Number.MIN_SAFE_INTEGER, most = Number.MAX_SAFE_INTEGER): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw wrongKind(value, 'Edm.Int32');
  if (value < least || value > most) throw validationFailure();
  return value;
}

/** A member of an enum in Graph's spelling; the service takes it in any case. */
export function readEnum<T extends string>(value: unknown, members: readonly T[]): T {
  const member = members.find((name) => name.toLowerCase() === String(value).toLowerCase());
  if (typeof value !== 'string' || member === undefined) {
    throw unreadableBody(`Requested value '${String(value)}' was not found.`);
  }
  return member;
}

/** @throws GraphError naming the first property that the type does not have */
export function refuseUnknown(object: JsonObject, known: readonly string[], type: string): void {
  const unknown = Object.keys(object).find((name) => !name.includes('@') && !known.includes(name));
  if (unknown === undefined) return;
  throw unreadableBody(
    `The property '${unknown}' does not exist on type '${type}'. Make sure to only use property names that are defined by the type.`,
  );
}

export function wrongKind(value: unknown, type: string): Error {
  const literal = JSON.stringify(value)?.slice(0, 60) ?? 'undefined';
  return unreadableBody(`Cannot convert the literal '${literal}' to the expected type '${type}'.`);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
