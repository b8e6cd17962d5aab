interface File {
  readonly name: string;
  readonly contentType?: string;
}

/** Formats that are not read, by the one in which they can be saved to be read. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  '.docx': ['doc', 'dot', 'odt', 'ott', 'pages'],
  '.xlsx': ['xls', 'xlt', 'xlsb', 'ods', 'ots', 'numbers'],
  '.eml': ['oft'],
  '.pptx': ['ppt', 'pps', 'pot', 'odp', 'otp', 'key'],
  '.pdf': ['vsd', 'vsdx', 'mpp', 'pub', 'one', 'xps', 'oxps', 'djvu', 'epub'],
};

/** What a file of another kind is and what can be done, by its ending and its media type. */
const KINDS: readonly (readonly [ending: RegExp, type: RegExp, said: string])[] = [
  [
    /^winmail\.dat$/i,
    /^application\/(?:vnd\.)?ms-tnef$/,
    'Files named winmail.dat hold what Outlook sends as rich text (TNEF), its attachments too, and cannot be read here: the sender can send it again as HTML or plain text.',
  ],
  [
    /\.msg$/i,
    /^application\/vnd\.ms-outlook$/,
    'This is a message that Outlook saved (.msg), which cannot be read here. Forwarded as an attachment or saved as .eml, it can be read.',
  ],
  [
    /\.(?:zip|7z|rar|tar|gz|tgz|bz2|xz)$/i,
    /^application\/(?:x-)?(?:zip|zip-compressed|7z-compressed|rar|rar-compressed|vnd\.rar|tar|gzip)$/,
    'This is an archive; its files cannot be read here. Unpacked and stored in OneDrive, they can be read one by one.',
  ],
  [
    /\.(?:mp3|m4a|wav|ogg|flac|aac|wma|mp4|m4v|mov|avi|mkv|webm|wmv)$/i,
    /^(?:audio|video)\//,
    'This is a recording, whose words cannot be read here.',
  ],
];

/** What to do with a file of an old format, or of another program's; undefined for all others. */
export function otherFormat({ name, contentType = '' }: File): string | undefined {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const kind = KINDS.find(([ending]) => ending.test(name)) ?? KINDS.find(([, types]) => types.test(type));
  if (kind) return kind[2];
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const found = Object.entries(OTHERS).find(([, endings]) => endings.includes(ending));
  return found && `Files of the format .${ending} cannot be read here. Saved as ${found[0]}, the file can be read.`;
}
