import {
  type CallLimits,
  cutText,
  type DocumentFile,
  DomainError,
  type ExtractedText,
  TextExtractor,
} from '@app/domain';

const MAX_CHARACTERS = 2_000_000;

/** The fake of `documents`: it reads files of plain text, by name or by type, as UTF-8. */
export class PlainTextExtractor extends TextExtractor {
  override readonly maxBytes = 25 * 1024 * 1024;

  override reads({ name, contentType = '' }: Pick<DocumentFile, 'name' | 'contentType'>): boolean {
    return /\.(txt|md|csv)$/i.test(name) || contentType.startsWith('text/plain');
  }

  override async textOf(file: DocumentFile, { signal }: Pick<CallLimits, 'signal'>): Promise<ExtractedText> {
    if (!this.reads(file)) throw unreadable('The text of this kind of file cannot be read here.');
    const content = typeof file.content === 'function' ? await file.content() : file.content;
    if (content.length > this.maxBytes) throw unreadable('The file is too large to be read here.');
    if (signal.aborted) throw new DomainError('cancelled', 'The call was cancelled.');
    const text = new TextDecoder().decode(content);
    return { text: cutText(text, MAX_CHARACTERS), truncated: text.length > MAX_CHARACTERS };
  }
}

function unreadable(message: string): DomainError {
  return new DomainError('not_allowed', message, { userAction: 'Open the file in its own program.' });
}
