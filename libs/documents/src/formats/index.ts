import { docxText } from './docx.js';
import type { DocumentKind } from './kinds.js';
import { pdfText } from './pdf.js';
import { htmlText, plainText } from './plain.js';
import { pptxText } from './pptx.js';
import { xlsxText } from './xlsx.js';

/** How the text is got out of each kind of document. */
export const READERS: Readonly<Record<DocumentKind, (content: Uint8Array) => string | Promise<string>>> = {
  docx: docxText,
  xlsx: xlsxText,
  pptx: pptxText,
  pdf: pdfText,
  html: htmlText,
  text: plainText,
};
