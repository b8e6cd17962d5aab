export type DocumentKind = 'docx' | 'xlsx' | 'pptx' | 'pdf' | 'html' | 'eml' | 'rtf' | 'calendar' | 'text';

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
  ics: 'calendar',
  vcs: 'calendar',
  ifb: 'calendar',
  vcf: 'calendar',
};

/** Of files that are text as they are: notes and data, settings, programs, what other programs exchange. */
const TEXT_EXTENSIONS = new Set(
  `txt text asc log md markdown rst adoc org tex rtx csv tsv tab psv json jsonl ndjson jsonc json5 geojson ipynb xml xsd
   xsl xslt dtd svg kml gpx opml yaml yml ini toml cfg conf properties env srt vtt url diff patch lst js mjs
   cjs jsx ts mts cts tsx vue svelte py java kt kts scala groovy gradle cs vb vbs fs go rs rb php pl lua r swift sh bash
   zsh bat cmd ps1 psm1 sql graphql proto css scss sass less c h cc cpp cxx hpp bicep tf`.split(/\s+/),
);

const CONTENT_TYPES: Readonly<Record<string, DocumentKind>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/pdf': 'pdf',
  'application/json': 'text',
  'application/xml': 'text',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'multipart/related': 'eml',
  'message/rfc822': 'eml',
  'message/global': 'eml',
  'message/delivery-status': 'text',
  'message/disposition-notification': 'text',
  'application/rtf': 'rtf',
  'application/x-rtf': 'rtf',
  'text/rtf': 'rtf',
  'text/calendar': 'calendar',
  'application/ics': 'calendar',
  'text/vcard': 'calendar',
  'text/x-vcard': 'calendar',
  'text/directory': 'calendar',
  'text/x-vcalendar': 'calendar',
};

const TEXT_TYPE =
  /^text\/|^application\/(?:[\w.-]+\+)?(?:json|xml|yaml)$|^application\/(?:x-)?(?:javascript|ndjson|sh|sql|yaml)$/;
/** Templates, shows and files with macros have types of their own. */
const OFFICE_TYPES: readonly (readonly [type: RegExp, kind: DocumentKind])[] = [
  [
    /^application\/vnd\.(?:openxmlformats-officedocument\.wordprocessingml|ms-word)\.(?:template|document\.|template\.)/,
    'docx',
  ],
  [
    /^application\/vnd\.(?:openxmlformats-officedocument\.spreadsheetml|ms-excel)\.(?:template|sheet\.m|template\.)/,
    'xlsx',
  ],
  [
    /^application\/vnd\.(?:openxmlformats-officedocument\.presentationml|ms-powerpoint)\.(?:template|slideshow|presentation\.)/,
    'pptx',
  ],
];

function officeKind(type: string): DocumentKind | undefined {
  return OFFICE_TYPES.find(([pattern]) => pattern.test(type))?.[1];
}

/** What a file is by its name and, where the name does not tell, by its type; undefined when it has no text for us. */
export function kindOf({
  name,
  contentType = '',
}: {
  readonly name: string;
  readonly contentType?: string;
}): DocumentKind | undefined {
  const extension = /\.([^.]+)$/.exec(name.trim())?.[1]?.toLowerCase() ?? '';
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (TEXT_EXTENSIONS.has(extension)) return 'text';
  return (
    EXTENSIONS[extension] ?? CONTENT_TYPES[type] ?? officeKind(type) ?? (TEXT_TYPE.test(type) ? 'text' : undefined)
  );
}

/** The charset that a media type names, such as `text/html; charset=utf-8`. */
export function charsetOf(mediaType: string | undefined): string | undefined {
  return /charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(mediaType ?? '')?.[1];
}
