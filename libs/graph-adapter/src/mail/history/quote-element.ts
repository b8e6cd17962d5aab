/** Parts of ids, classes and names of the elements in which mail programs quote; some put a prefix before them. */
const QUOTES: readonly string[] = [
  // Outlook on the web, new, mobile, for Mac and Hotmail
  ...['divrplyfwdmsg', 'appendonsend', 'mail-editor-reference-message', 'ms-outlook-mobile-reference-message'],
  ...['olk_src_body_section', '_mailoriginal', 'stopspelling'],
  ...['gmail_quote', 'gmail_attr', 'yahoo_quoted', 'protonmail_quote', 'moz-cite-prefix', 'moz-forward-container'],
  ...['gmx_quote', 'tutanota_quote', 'zmail_extra', 'zwchr', 'messagereplysection', 'reply-intro', 'yandex_quote'],
  ...['divneteasemailcard', 'isreplycontent', 'quoted-content'],
];

type Attributes = Readonly<Record<string, string>>;

/** Whether the element holds, or stands before, what a message quotes. */
export function isQuote(name: string, attributes: Attributes): boolean {
  if (name === 'blockquote' && (attributes['type']?.toLowerCase() === 'cite' || 'cite' in attributes)) return true;
  const names = `${attributes['id'] ?? ''} ${attributes['class'] ?? ''} ${attributes['name'] ?? ''}`.toLowerCase();
  return QUOTES.some((quote) => names.includes(quote));
}

/** Whether the element may quote: what is in it is indented, or has a bar at its left. */
export function isIndent(name: string, { style = '' }: Attributes): boolean {
  return name === 'blockquote' || /border-left:(?!none|0)/.test(withoutSpaces(style));
}

/** Whether a line is drawn above what is in the element, as Outlook does above the head of what it quotes. */
export function drawsRule(name: string, { style = '' }: Attributes): boolean {
  if (name === 'hr') return true;
  const written = withoutSpaces(style);
  return written.includes('border-top:') ? !/border-top:(?:none|0)/.test(written) : isTopOnly(written);
}

function withoutSpaces(style: string): string {
  return style.toLowerCase().replaceAll(/\s+/g, '');
}

/** As Outlook mobile writes the same: `border-style: solid none none`. */
function isTopOnly(style: string): boolean {
  return style.includes('border-style:solidnone');
}
