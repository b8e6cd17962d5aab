import { z } from 'zod';
import { defineTool } from '../../tool/tool.js';
import { readOnly, timeZoneInput } from '../shared/inputs.js';
import { zoneForReading } from '../shared/zone-of.js';
import { bodyText } from '../shared/body-text.js';
import { bodyPart, bodyPartOutput, bodyStartInput } from '../shared/body-part.js';
import {
  attachmentsNote,
  attachmentsOutput,
  picturesOutput,
  shownAttachments,
  shownPictures,
} from './attachment-view.js';
import { messageIdInput } from './inputs.js';
import { messageNotes } from './message-notes.js';
import { messageDetails, toDetails } from './message-view.js';

const NO_BODY = 'Body and attachments need the scope Mail.Read, which was not granted.';
const NO_WORDS = 'The message has no text of its own; includeQuoted shows what it quotes or forwards.';

export const getMessage = defineTool({
  name: 'mail_get_message',
  title: 'Read a message',
  description:
    'One message in full: recipients, names of attachments, and the body as plain text with its links, without the earlier messages it quotes. Does not mark it as read.',
  toolset: 'mail',
  input: z.strictObject({
    messageId: messageIdInput,
    includeQuoted: z.boolean().describe('true: include the earlier messages it quotes').default(false),
    bodyStart: bodyStartInput,
    timeZone: timeZoneInput,
  }),
  output: z.object({
    timeZone: z.string(),
    message: messageDetails,
    attachments: attachmentsOutput.optional(),
    pictures: picturesOutput,
    ...bodyPartOutput,
    notes: z.array(z.string()).optional(),
  }),
  requiredScopes: ['Mail.ReadBasic'],
  optionalScopes: ['Mail.Read', 'MailboxSettings.Read'],
  annotations: readOnly,
  effects: { reaches: 'nobody' },
  async execute({ messageId, includeQuoted, bodyStart, timeZone: named }, context) {
    const mayRead = context.user.may('Mail.Read');
    const part = mayRead ? (includeQuoted ? 'whole' : 'own') : 'none';
    const [zone, message] = await Promise.all([
      zoneForReading(named, context),
      context.mail.getMessage(context.user, messageId, part),
    ]);
    const details = toDetails(message, zone.timeZone);
    const { text, note } = await bodyText(message, context);
    const body = bodyPart(text, bodyStart);
    const missing = mayRead ? (text === '' && !includeQuoted ? NO_WORDS : undefined) : NO_BODY;
    const sealed = message.protection !== undefined && message.protection !== 'signed';
    const said = [zone.note, note, sealed ? undefined : missing, ...messageNotes(message), attachmentsNote(message)];
    const notes = said.filter((one) => one !== undefined);
    return {
      data: {
        timeZone: zone.timeZone,
        message: details,
        attachments: shownAttachments(message),
        pictures: shownPictures(message),
        ...body,
        notes: notes.length > 0 ? notes : undefined,
      },
    };
  },
});
