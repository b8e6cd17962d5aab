import type { IncomingMessage } from 'node:http';
import { RequestError } from '../errors/request-error.js';

/**
 * The bytes of a request's body, up to the limit.
 * @throws RequestError `body_too_large`, before anything is read where its length is declared; `body_not_json` when
 * the client went away
 */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw new RequestError('body_too_large');
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    const take = (chunk: Buffer) => {
      length += chunk.length;
      if (length > maxBytes) end(() => reject(new RequestError('body_too_large')));
      else chunks.push(chunk);
    };
    const complete = () => end(() => resolve(Buffer.concat(chunks, length)));
    const broken = () => end(() => reject(new RequestError('body_not_json')));
    const end = (tell: () => void) => {
      request.off('data', take).off('end', complete).off('close', broken).off('error', broken).pause();
      tell();
    };
    request.on('data', take).on('end', complete).on('close', broken).on('error', broken);
  });
}
