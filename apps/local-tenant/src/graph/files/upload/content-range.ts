import { tooLarge } from '../../errors.js';
import { invalidRequest } from '../drive-errors.js';

/** What one request may bring (driveItem: createUploadSession). */
const MOST = 60 * 1024 * 1024;

/** Which bytes of how many a request carries (RFC 9110, 14.4). */
export interface ContentRange {
  readonly start: number;
  readonly length: number;
  readonly total: number;
}

/** @throws GraphError 400 where it is missing or can be none, 413 for more than one request may bring */
export function readContentRange(header: string | undefined): ContentRange {
  const [, first, last, all] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(header ?? '') ?? [];
  const [start, end, total] = [Number(first), Number(last) + 1, Number(all)];
  if (first === undefined || start >= end || end > total)
    throw invalidRequest('The Content-Range header is not valid.');
  if (end - start > MOST) throw tooLarge();
  return { start, length: end - start, total };
}
