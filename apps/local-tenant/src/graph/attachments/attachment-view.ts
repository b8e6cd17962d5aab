import type { Prefer } from '../odata/prefer.js';
import type { Resource } from '../odata/select.js';
import type { Attachment, FileAttachment, ItemAttachment } from './model.js';

/** An attachment as Graph writes it; the item in it only with the preferences it is to be shown by. */
export function attachmentResource(attachment: Attachment, expanded?: Prefer): Resource {
  const { id, name, isInline, modifiedAt: lastModifiedDateTime } = attachment;
  const base = { id, lastModifiedDateTime, name, isInline };
  switch (attachment.kind) {
    case 'file':
      return { ...typed('fileAttachment'), ...base, ...file(attachment) };
    case 'item':
      return { ...typed('itemAttachment'), ...base, ...item(attachment, expanded) };
    case 'reference':
      return { ...typed('referenceAttachment'), ...base, contentType: attachment.contentType, size: attachment.size };
  }
}

function typed(name: string): Resource {
  return { '@odata.type': `#microsoft.graph.${name}` };
}

function file({ contentType, content, contentId = null }: FileAttachment): Resource {
  return {
    '@odata.mediaContentType': contentType,
    contentType,
    size: content.length,
    contentId,
    contentLocation: null,
    contentBytes: content.toString('base64'),
  };
}

/** The attached item has no id of its own. */
function item({ item: { size, show } }: ItemAttachment, expanded: Prefer | undefined): Resource {
  const about = { contentType: null, size };
  return expanded ? { ...about, item: { ...show(expanded), id: '' } } : about;
}
