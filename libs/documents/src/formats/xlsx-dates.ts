import { elements, parseXml, type XmlNode } from './xml.js';

const DAY_MS = 86_400_000;
/** Number formats that every reader knows as dates or times (ECMA-376 part 1, 18.8.30). */
const BUILT_IN = [14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47];

/** Which cell styles show a number as a date. */
export function dateStyles(stylesXml: string | undefined): ReadonlySet<string> {
  if (stylesXml === undefined) return new Set();
  const styles = parseXml(stylesXml);
  const own = [...elements(styles, 'numFmt')]
    .filter(({ attributes }) => isDateCode(attributes['formatCode'] ?? ''))
    .map(({ attributes }) => Number(attributes['numFmtId']));
  const [formats] = [...elements(styles, 'cellXfs')];
  const ids = (formats?.children ?? []).filter(({ name }) => name === 'xf').map(formatId);
  return new Set(ids.flatMap((id, style) => ([...BUILT_IN, ...own].includes(id) ? [String(style)] : [])));
}

/** Days since 1899-12-30 (or 1904-01-01) as a date, with its time where it has one. */
export function dateOf(serial: number, since1904: boolean): string {
  const epoch = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(epoch + Math.round(serial * 86_400) * 1000);
  if (Number.isNaN(date.getTime())) return String(serial);
  const text = date.toISOString().slice(0, 19);
  if (Math.abs(serial) < 1) return text.slice(11);
  return date.getTime() % DAY_MS === 0 ? text.slice(0, 10) : text;
}

function formatId({ attributes }: XmlNode): number {
  return Number(attributes['numFmtId']);
}

/** Letters of dates outside of quotes and brackets. */
function isDateCode(code: string): boolean {
  return /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')) && !/general/i.test(code);
}
