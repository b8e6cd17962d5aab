import { z } from 'zod';
import { DomainError } from '../../errors.js';
import type { MessagePosition } from '../../ports/mail.port.js';

/** A list, because an object in base64 begins like a JWT and log filters would take it for a token. */
const position = z.tuple([z.iso.datetime(), z.array(z.string().max(1024)).max(100)]);

/** A page's end as an opaque string. It holds a position and no credential: a forged one only moves its forger in their own mail. */
export function writeCursor({ at, ids }: MessagePosition): string {
  return btoa(JSON.stringify([at, ids]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** @throws DomainError `invalid_arguments` when it is no cursor of messages */
export function readCursor(cursor: string): MessagePosition {
  const read = position.safeParse(decode(cursor));
  if (read.success) return { at: read.data[0], ids: read.data[1] };
  throw new DomainError('invalid_arguments', '"cursor" is not one that mail_search gave.', {
    userAction: 'Pass the cursor of the previous page unchanged with the same other arguments, or start again without.',
  });
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return undefined;
  }
}
