import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { MAX_BYTES } from './limits.js';

/** A policy file that is not one; the message goes on after its place. */
export class PolicyFileError extends Error {
  override readonly name = 'PolicyFileError';
}

/**
 * The text of a file, without a byte order mark.
 * @throws PolicyFileError
 */
export function readPolicyText(path: string): string {
  const bytes = readBounded(path);
  if (bytes.length > MAX_BYTES) throw new PolicyFileError(`it is larger than ${MAX_BYTES} bytes`);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\u0000')) return text;
  } catch {
    // Said below.
  }
  throw new PolicyFileError('it is not UTF-8 text, save it as UTF-8');
}

function readBounded(path: string): Uint8Array {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    throw new PolicyFileError(`the file cannot be opened (${codeOf(error)}), write the path of a YAML or JSON file`);
  }
  try {
    if (!fstatSync(file).isFile()) throw new PolicyFileError('it is not a file, write the path of a YAML or JSON file');
    const buffer = new Uint8Array(MAX_BYTES + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read) {
      read = readSync(file, buffer, length, buffer.length - length, null);
    }
    return buffer.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
