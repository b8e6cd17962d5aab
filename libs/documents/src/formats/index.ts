import type { DocumentKind } from './kinds.js';
import type { Reader } from './reader.js';

/** Each brings its parser along, so only the one that is needed is loaded. */
const READERS: Readonly<Record<DocumentKind, () => Promise<Reader>>> = {
  docx: async () => (await import('./office/word/document.js')).wordText,
  xlsx: async () => (await import('./office/excel/workbook.js')).excelText,
  pptx: async () => (await import('./office/powerpoint.js')).powerPointText,
  pdf: async () => (await import('./pdf/document.js')).pdfText,
  html: async () => (await import('./text/html.js')).htmlText,
  eml: async () => (await import('./mail/message.js')).emlText,
  rtf: async () => (await import('./text/rtf.js')).rtfText,
  calendar: async () => (await import('./text/calendar.js')).calendarText,
  text: async () => (await import('./text/plain.js')).plainText,
};

/** How the text is got out of a kind of document. */
export function readerOf(kind: DocumentKind): Promise<Reader> {
  return READERS[kind]();
}
