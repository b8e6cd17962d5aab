export type DocumentKind = 'docx' | 'xlsx' | 'pptx' | 'pdf' | 'html' | 'eml' | 'rtf' | 'text';

const EXTENSIONS: Readonly<Record<string, DocumentKind>> = {
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  dotm: 'docx',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  xltx: 'xlsx',
  xltm: 'xlsx',
  pptx: 'pptx',
  pptm: 'pptx',
  ppsx: 'pptx',
  ppsm: 'pptx',
  potx: 'pptx',
  potm: 'pptx',
  pdf: 'pdf',
  htm: 'html',
  html: 'html',
  xhtml: 'html',
  eml: 'eml',
  mht: 'eml',
  mhtml: 'eml',
  rtf: 'rtf',
};

const TEXT_EXTENSIONS =
  /^(txt|md|markdown|csv|tsv|json|xml|ya?ml|log|ini|toml|rst|tex|ics|vcf|srt|vtt|[cm]?[jt]sx?|py|java|cs|go|rs|rb|php|sh|ps1|sql|css|c|h|cpp|hpp|bicep|tf)$/;

const CONTENT_TYPES: Readonly<Record<string, DocumentKind>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/pdf': 'pdf',
  'application/json': 'text',
  'application/xml': 'text',
  'text/html': 'html',
  'message/rfc822': 'eml',
  'application/rtf': 'rtf',
  'application/x-rtf': 'rtf',
  'text/rtf': 'rtf',
};

/** What a file is by its name and, where the name does not tell, by its type; undefined when it has no text for us. */
export function kindOf({
  name,
  contentType = '',
}: {
  readonly name: string;
  readonly contentType?: string;
}): DocumentKind | undefined {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (TEXT_EXTENSIONS.test(extension)) return 'text';
  return EXTENSIONS[extension] ?? CONTENT_TYPES[type] ?? (type.startsWith('text/') ? 'text' : undefined);
}

/** The charset that a media type names, such as `text/html; charset=utf-8`. */
export function charsetOf(mediaType: string | undefined): string | undefined {
  return /charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(mediaType ?? '')?.[1];
}
