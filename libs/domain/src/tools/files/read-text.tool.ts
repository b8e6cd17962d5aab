import { z } from 'zod';
import { DomainError } from '../../errors/domain-error.js';
import type { DriveItem } from '../../ports/files.port.js';
import type { TextExtractor } from '../../ports/text-extractor.port.js';
import { defineTool } from '../../tool/tool.js';
import { readOnly } from '../shared/inputs.js';
import { otherFormat } from '../shared/other-format.js';
import { startInput, textPart, textPartOutput } from '../shared/text-part.js';
import { filesOf } from './files-of.js';
import { driveIdInput, itemIdInput, assertFile } from './inputs.js';
import { itemView, toItemView } from './item-view.js';

export const readText = defineTool({
  name: 'files_read_text',
  title: 'Read the text of a file',
  description:
    'The text of a Word, Excel, PowerPoint, PDF or text file, by pages, sheets or slides. A long text comes in parts.',
  toolset: 'files',
  input: z.strictObject({ driveId: driveIdInput, itemId: itemIdInput, start: startInput }),
  output: z.object({ item: itemView, ...textPartOutput }),
  requiredScopes: ['Files.Read'],
  scopesWith: { files_everywhere: ['Files.Read.All'] },
  annotations: readOnly,
  effects: { reaches: 'nobody' },
  async execute({ driveId, itemId, start }, context) {
    const { documents, user } = context;
    const files = filesOf(context);
    const found = await files.getItem(user, { driveId, itemId });
    assertReadable(found, documents);
    const content = () => files.readContent(user, found, documents.maxBytes);
    const whole = await documents.textOf({ ...found, content }, user.limits);
    return { data: { item: toItemView(found), ...textPart(whole, start) } };
  },
});

/** @throws DomainError `not_allowed`, before anything is downloaded */
function assertReadable(item: DriveItem, documents: TextExtractor): void {
  assertFile(item);
  const userAction = 'Open it in the browser by its webUrl, which files_get_item gives.';
  if (!documents.reads(item)) {
    const why = otherFormat(item) ?? 'The text of this kind of file cannot be read here.';
    throw new DomainError('not_allowed', why, { userAction });
  }
  if (item.bytes === undefined || item.bytes <= documents.maxBytes) return;
  const sizes = `The file has ${item.bytes} bytes, of which at most ${documents.maxBytes} can be read here.`;
  throw new DomainError('not_allowed', sizes, { userAction });
}
