import { z } from 'zod';
import { DomainError } from '../../errors.js';
import type { DriveItem } from '../../ports/files.port.js';
import type { TextExtractor } from '../../ports/text-extractor.port.js';
import { defineTool } from '../../tool.js';
import { readOnly } from '../calendar/inputs.js';
import { driveIdInput, itemIdInput, mustBeOfKind, UNTRUSTED } from './inputs.js';
import { itemView, toItemView, toLine } from './item-view.js';

/** Characters of a text that one call gives. */
const MAX_TEXT = 12_000;
const CUT_SHORT = 'The file has more text than is ever read: its end is missing.';

export const readText = defineTool({
  name: 'files_read_text',
  title: 'Read the text of a file',
  description:
    'The text of a Word, Excel, PowerPoint, PDF or text file, by pages, sheets or slides; long ones in parts.',
  toolset: 'files',
  input: z.strictObject({
    driveId: driveIdInput,
    itemId: itemIdInput,
    start: z.int().min(0).describe('Where to go on: nextStart of the call before').default(0),
  }),
  output: z.object({
    item: itemView,
    untrustedText: z.string().describe(UNTRUSTED),
    truncated: z.literal(true).optional(),
    nextStart: z.number().optional(),
    notes: z.array(z.string()).optional(),
  }),
  requiredScopes: ['Files.Read'],
  annotations: readOnly,
  async execute({ driveId, itemId, start }, { files, documents, user }) {
    const found = await files.getItem(user, { driveId, itemId });
    mustBeReadable(found, documents);
    const content = await files.readContent(user, found, documents.largest);
    const whole = await documents.textOf({ ...found, content }, user.limits.signal);
    const end = start + MAX_TEXT;
    const nextStart = end < whole.text.length ? end : undefined;
    const untrustedText = whole.text.slice(start, end);
    const notes = whole.truncated && nextStart === undefined ? [CUT_SHORT] : undefined;
    const item = toItemView(found);
    const more = nextStart === undefined ? [] : [`The text goes on: call again with start ${nextStart}.`];
    return {
      data: {
        item,
        untrustedText,
        truncated: more.length > 0 || notes ? (true as const) : undefined,
        nextStart,
        notes,
      },
      text: [toLine(item), `Text (${UNTRUSTED})`, untrustedText, ...more, ...(notes ?? [])].join('\n'),
    };
  },
});

/** @throws DomainError `not_allowed`, before anything is downloaded */
function mustBeReadable(item: DriveItem, documents: TextExtractor): void {
  mustBeOfKind(item, 'file');
  const userAction = 'Open it in the browser by its webUrl, which files_get_item gives.';
  if (!documents.reads(item)) {
    throw new DomainError('not_allowed', 'Files of this kind have no text that can be read here.', { userAction });
  }
  if (item.bytes <= documents.largest) return;
  const sizes = `The file has ${item.bytes} bytes, of which at most ${documents.largest} can be read here.`;
  throw new DomainError('not_allowed', sizes, { userAction });
}
