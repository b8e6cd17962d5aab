import type { RequestHandler } from 'express';
import { invalidRequest } from './drive-errors.js';

const BY_PATH =
  /^(\/v1\.0\/(?:me\/drive|drives\/[^/]+|users\/[^/]+\/drive))\/(root|items\/[^/:]+):(\/[^:?]*):?(\/[^?]*)?(\?.*)?$/i;

/** Turns `/me/drive/root:/Plans/a.txt:/content` into the address by item that the routes serve. */
export const addressByPath: RequestHandler = (request, _response, next) => {
  const [, drive, start = '', path = '', rest = '', query = ''] = BY_PATH.exec(request.url) ?? [];
  if (drive !== undefined) {
    const item = `${start.replace(/^items\//i, '')}:${decoded(path)}`;
    request.url = `${drive}/items/${encodeURIComponent(item)}${rest}${query}`;
  }
  next();
};

/** @throws GraphError 400 for what is no percent-encoded UTF-8 */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalidRequest('The path is not valid percent-encoding.');
  }
}
