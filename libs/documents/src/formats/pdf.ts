import { extractText, getDocumentProxy } from 'unpdf';
import { Unreadable } from './unreadable.js';

/** The text of each page, in the order in which the file has it. */
export async function pdfText(content: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(content), { isEvalSupported: false, verbosity: 0 }).catch(
    (cause: unknown) => {
      const encrypted = cause instanceof Error && cause.name === 'PasswordException';
      throw new Unreadable(encrypted ? 'The PDF is protected by a password.' : 'The PDF is broken.', { cause });
    },
  );
  const { text } = await extractText(document, { mergePages: false });
  if (text.every((page) => page.trim() === '')) throw new Unreadable('The PDF has no text, only pictures of it.');
  return text.map((page, index) => `# Page ${index + 1}\n${page.trim()}`).join('\n\n');
}
