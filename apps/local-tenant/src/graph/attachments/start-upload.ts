import { readBoolean, readInteger, readObject, readText } from '../calendar/read-values.js';
import { badRequest } from '../errors.js';
import { transferOrigin } from '../files/transfer-origin.js';
import type { GraphReply, GraphRequest } from '../http/route.js';
import { contextUrl } from '../odata/context-url.js';
import type { AttachmentHolder } from './attachment-holder.js';
import type { AttachmentUploads } from './attachment-uploads.js';

const [LEAST, MOST] = [3 * 1024 * 1024, 150 * 1024 * 1024];

/** Opens an upload of a file of 3 to 150 MB that is attached once all of it is there (attachment: createUploadSession). */
export function startUpload(
  uploads: AttachmentUploads,
  request: GraphRequest,
  open: () => AttachmentHolder,
  now: Date,
): GraphReply {
  const { mail, resource } = open();
  const { AttachmentItem: asked } = readObject(request.body, 'microsoft.graph.createUploadSession');
  const item = readObject(asked, 'microsoft.graph.attachmentItem');
  if (readText(item['attachmentType'] ?? null).toLowerCase() !== 'file') {
    throw badRequest('ErrorInvalidParameter', 'Only files are attached by an upload session.');
  }
  const size = readInteger(item['size']);
  if (size < LEAST) {
    throw badRequest(
      'ErrorAttachmentSizeShouldNotBeLessThanMinimumSize',
      'Attachment size must be greater than the minimum size.',
    );
  }
  if (size > MOST) throw badRequest('ErrorMessageSizeExceeded', 'The message exceeds the maximum supported size.');
  const file = {
    kind: 'file',
    id: mail.ids.nextItemId(),
    name: readText(item['name'] ?? null),
    contentType: readText(item['contentType'] ?? null) || 'application/octet-stream',
    isInline: readBoolean(item['isInline'] ?? false),
    contentId: item['contentId'] == null ? null : readText(item['contentId']),
    modifiedAt: `${now.toISOString().slice(0, 19)}Z`,
  } as const;
  const origin = transferOrigin(request.url);
  const session = uploads.start(origin, size, (content) => {
    const holder = open();
    holder.keep([...holder.attachments, { ...file, content }]);
    return `${origin}/api/v2.0/${resource}/attachments('${encodeURIComponent(file.id)}')`;
  });
  const context = contextUrl(request.url.origin, 'microsoft.graph.uploadSession');
  return { status: 201, body: { '@odata.context': context, ...session } };
}
