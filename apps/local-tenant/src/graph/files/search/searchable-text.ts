import { unzipSync } from 'fflate';
import type { FileContent } from '../content/file-content.js';
import type { DriveItem } from '../model.js';

/** Where the formats of Office keep what people wrote. */
const OFFICE_PARTS = /^(?:word\/document|xl\/sharedStrings|xl\/worksheets\/[^/]+|ppt\/slides\/[^/]+)\.xml$/;
const OFFICE_FILE = /\.(?:docx|xlsx|pptx)$/i;

const texts = new WeakMap<FileContent, string>();

/** What the search finds an item's content by: the text of text files and of Office's formats; of all else nothing. */
export function searchableText({ name, content, contentType }: DriveItem): string {
  if (!content?.buffer) return '';
  const known = texts.get(content);
  if (known !== undefined) return known;
  const { buffer } = content;
  const text = OFFICE_FILE.test(name) ? officeText(buffer) : contentType.startsWith('text/') ? buffer.toString() : '';
  texts.set(content, text);
  return text;
}

function officeText(content: Buffer): string {
  try {
    const parts = unzipSync(content, { filter: ({ name }) => OFFICE_PARTS.test(name) });
    return Object.values(parts)
      .map((xml) =>
        Buffer.from(xml)
          .toString()
          .replaceAll(/<[^>]*>/g, ' '),
      )
      .join(' ');
  } catch {
    return '';
  }
}
