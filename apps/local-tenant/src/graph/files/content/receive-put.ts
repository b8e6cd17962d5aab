import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import { receiveContent } from './receive-content.js';
import type { Scratch } from './temp-files.js';

/** What one PUT may bring (driveItem: upload or replace contents). */
const LIMIT = 250 * 1024 * 1024;

/** Puts the content of a PUT in place of its body. */
export function receivePut(scratch: Scratch): RequestHandler {
  return async (request, _response, next) => {
    request.body = await receiveContent(request, { scratch, limit: LIMIT, hash: createHash('sha256') });
    next();
  };
}
