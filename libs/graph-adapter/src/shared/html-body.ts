const BODY_START = /<body\b[^<>]*>/i;

/** Where the content of an HTML document begins; 0 of a fragment. */
export function startOfBody(content: string): number {
  const start = BODY_START.exec(content);
  return start ? start.index + start[0].length : 0;
}

/** Plain text as HTML that shows it. */
export function textToHtml(text: string): string {
  const escaped = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  return escaped.replaceAll(/\r?\n/g, '<br>');
}
