import { compile, type HtmlToTextOptions } from 'html-to-text';
import type { Hints } from '../reader.js';
import type { TextOut } from '../text-out.js';
import { decoded } from './charset.js';
import { htmlPieces, MOST_DEPTH } from './html-pieces.js';
import { tableRow } from './html-rows.js';

const inline = { format: 'inline' };
const skip = { format: 'skip' };
const line = { format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } };
const heading = { format: 'block', options: { leadingLineBreaks: 2, trailingLineBreaks: 1 } };

/** Each on lines of its own. */
const LINES = `li dt dd caption td th address figure figcaption details summary dialog fieldset legend option textarea
  center`.split(/\s+/);
const FORMATS: Readonly<Record<string, { format: string; options?: object }>> = {
  a: { format: 'anchor', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['[', ']'], noAnchorUrl: true } },
  'a[href^="javascript:"i]': inline,
  'a[href^="data:"i]': inline,
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, heading])),
  ...Object.fromEntries(LINES.map((name) => [name, line])),
  img: { format: 'words' },
  input: { format: 'field' },
  table: line,
  tr: { format: 'row' },
  ul: { format: 'unorderedList', options: { itemPrefix: ' - ', leadingLineBreaks: 1, trailingLineBreaks: 1 } },
  ol: { format: 'orderedList', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
  title: skip,
  template: skip,
  // What a reader of the page does not see.
  '[hidden]': skip,
  '[style*="display:none"i]': skip,
  '[style*="display: none"i]': skip,
  '[style*="visibility:hidden"i]': skip,
  '[style*="visibility: hidden"i]': skip,
  '[style*="mso-hide:all"i]': skip,
  '[style*="opacity:0;"i]': skip,
  '[style*="opacity: 0;"i]': skip,
  '[style*="max-height:0"i][style*="overflow:hidden"i]': skip,
  '[style*="max-height: 0"i][style*="overflow: hidden"i]': skip,
  // What Office keeps of its settings where its comments were taken away.
  xml: skip,
};

const options: HtmlToTextOptions = {
  wordwrap: false,
  // The whole document: gateways write their words behind the body.
  baseElements: { selectors: [] },
  limits: { maxDepth: MOST_DEPTH + 1 },
  formatters: {
    row: tableRow,
    words: ({ attribs }, _walk, builder) => builder.addInline((attribs as { alt?: string }).alt ?? ''),
    field: ({ attribs }, _walk, builder) => builder.addInline(fieldText(attribs as Readonly<Record<string, string>>)),
  },
  selectors: Object.entries(FORMATS).map(([selector, format]) => ({ selector, ...format })),
};
const converted = compile(options);

/** The words of a page as a person sees them: lists, rows and the addresses of links; no scripts, no pictures. */
export function htmlText(content: Uint8Array, out: TextOut, { charset }: Hints): void {
  const html = decoded(content, { declared: charset, markup: true }, out);
  for (const piece of htmlPieces(html)) {
    out.write(tidy(converted(piece)));
    out.line();
  }
  if (!out.hasWords) out.note('The page has no words, or only pictures of them.');
}

/** What a field of a form shows. */
function fieldText({ type = 'text', value = '', checked }: Readonly<Record<string, string>>): string {
  if (/^(checkbox|radio)$/i.test(type)) return checked === undefined ? '☐ ' : '☒ ';
  return /^(hidden|password|submit|reset|image|button|file)$/i.test(type) ? '' : value;
}

/** Hard spaces as spaces, no soft hyphens, at most one empty line, nothing at the ends of lines. */
function tidy(text: string): string {
  const lines = text.replaceAll('\u00a0', ' ').replaceAll('\u00ad', '').split('\n');
  const kept = lines.map((one) => one.trimEnd()).filter((one, index, all) => one !== '' || all[index - 1] !== '');
  return kept.join('\n').replace(/^\n/, '').trimEnd();
}
