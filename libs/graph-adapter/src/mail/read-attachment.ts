import { DomainError } from '@app/domain';
import type { FileAttachment } from '@microsoft/microsoft-graph-types';
import { graphPath } from '../http/graph-path.js';
import type { GraphSession } from '../http/graph-session.js';
import { PREFER_MAIL } from './prefer.js';

/** An attached file whole: `contentBytes` belongs to the derived type, so no `$select` of the base type can name it. */
export async function readAttachment(session: GraphSession, messageId: string, id: string): Promise<Uint8Array> {
  const path = graphPath(['me', 'messages', messageId, 'attachments', id]);
  const { contentBytes } = await session.get<Partial<FileAttachment>>(path, PREFER_MAIL);
  if (typeof contentBytes === 'string') return Buffer.from(contentBytes, 'base64');
  throw new DomainError('not_allowed', 'What is attached is no file, so it cannot be read here.', {
    userAction: 'Open the message in Outlook by its webLink.',
  });
}
