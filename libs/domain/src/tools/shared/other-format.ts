/** Formats that are not read, by the one in which they can be saved to be read. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  '.docx': ['doc', 'dot', 'odt', 'ott', 'pages'],
  '.xlsx': ['xls', 'xlt', 'xlsb', 'ods', 'ots', 'numbers'],
  '.eml': ['msg', 'oft'],
  '.pptx': ['ppt', 'pps', 'pot', 'odp', 'otp', 'key'],
};

const WINMAIL =
  'Files named winmail.dat hold what Outlook sends as rich text (TNEF) and cannot be read here: the sender can send it again as HTML or plain text.';

/** What to do with a file of an old format, or of another program's; undefined for all others. */
export function otherFormat(name: string): string | undefined {
  if (/^winmail\.dat$/i.test(name)) return WINMAIL;
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const found = Object.entries(OTHERS).find(([, endings]) => endings.includes(ending));
  return found && `Files of the format .${ending} cannot be read here: saved as ${found[0]}, the file can be read.`;
}
