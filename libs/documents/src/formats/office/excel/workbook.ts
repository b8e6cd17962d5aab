import type { TextOut } from '../../text-out.js';
import { EXCEL, type Opened, opened, readMain } from '../open.js';
import { SheetText } from './sheet-text.js';
import { sharedStrings } from './strings.js';
import { stylesOf } from './styles.js';

/** More are made to exhaust their reader, by naming the same sheet over and over. */
const MOST_SHEETS = 1_000;
const TOO_MANY = `Only the first ${MOST_SHEETS} sheets are read.`;
const NO_TEXT = 'The workbook has no text: its sheets are empty, or have only pictures and charts.';
const LEFT_OUT: Readonly<Record<string, string>> = {
  comments: 'Comments are left out.',
  drawing: 'Charts, pictures and text boxes are left out.',
};
const KINDS: Readonly<Record<string, string>> = {
  chartsheet: 'only a chart',
  dialogsheet: 'only a dialog',
};

interface Sheet {
  readonly heading: string;
  readonly path: string | undefined;
}

/** Each sheet with its name, rows as lines, cells separated by tabs in their columns. */
export function excelText(content: Uint8Array, out: TextOut): void {
  const workbook = opened(content, EXCEL);
  const { parts, main } = workbook;
  const { sheets, since1904 } = sheetsOf(workbook, out);
  const pathOf = (wanted: string) =>
    parts.relationships(main).find(({ type, path }) => type === wanted && parts.has(path))?.path;
  const values = {
    strings: sharedStrings(parts, pathOf('sharedStrings')),
    styles: stylesOf(parts, pathOf('styles')),
    since1904,
  };
  for (const { heading, path } of sheets) {
    out.heading(heading);
    if (path === undefined || !parts.has(path)) continue;
    for (const { type } of parts.relationships(path)) if (LEFT_OUT[type] !== undefined) out.note(LEFT_OUT[type]);
    parts.read(path, 's', new SheetText(out, values, parts.addresses(path)).handler);
  }
  if (!out.hasWords) out.note(NO_TEXT);
}

function sheetsOf(workbook: Opened, out: TextOut) {
  const targets = new Map(workbook.parts.relationships(workbook.main).map((one) => [one.id, one]));
  const sheets = new Map<string, Sheet>();
  let since1904 = false;
  readMain(workbook, EXCEL, {
    open: (name, attributes) => {
      if (name === 's:workbookPr') since1904 = /^(1|true|on)$/.test(attributes['date1904'] ?? '');
      if (name !== 's:sheet') return;
      const { name: title = 'Sheet', state = 'visible', 'r:id': id = '' } = attributes;
      const target = targets.get(id);
      const kind = KINDS[target?.type ?? ''];
      const missing = target && workbook.parts.has(target.path) ? undefined : 'not in the file';
      const said = [state === 'visible' ? undefined : 'hidden', kind, missing].filter((word) => word !== undefined);
      const heading = said.length > 0 ? `# ${title} (${said.join(', ')})` : `# ${title}`;
      // A sheet is there once; what names it again is not read again.
      if (sheets.size < MOST_SHEETS)
        sheets.set(target?.path ?? `${sheets.size}`, {
          heading,
          path: isRead(target?.type) ? target?.path : undefined,
        });
      else out.note(TOO_MANY);
    },
  });
  return { sheets: [...sheets.values()], since1904 };
}

function isRead(type = ''): boolean {
  return KINDS[type] === undefined;
}
