import type { AttachedItem } from '../attachments/model.js';
import { messageResource } from './message-view.js';
import type { MailMessage } from './model.js';
import { toMime } from './to-mime.js';

/** A message as something that is attached to another. */
export function attachedMessage(message: MailMessage): AttachedItem {
  return {
    size: message.fields.body.content.length,
    show: (prefer) => {
      const { '@odata.etag': _etag, ...shown } = messageResource(message, { prefer, basic: false });
      return { '@odata.type': '#microsoft.graph.message', ...shown };
    },
    toMime: () => toMime(message),
  };
}
