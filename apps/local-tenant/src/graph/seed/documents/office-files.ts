import { zipSync } from 'fflate';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org';
const RELATIONSHIPS = `${OFFICE}/officeDocument/2006/relationships`;

type Row = readonly (string | number)[];

/** A Word document of paragraphs. */
export function wordFile(paragraphs: readonly string[]): Buffer {
  const body = paragraphs
    .map((text) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`)
    .join('');
  return packageOf('word/document.xml', 'wordprocessingml.document', {
    'word/document.xml': `<w:document xmlns:w="${OFFICE}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  });
}

/** An Excel workbook of one sheet of at most 26 columns. */
export function excelFile(sheet: string, rows: readonly Row[]): Buffer {
  const data = rows.map((row, index) => rowOf(row, index + 1)).join('');
  const main = `xmlns="${OFFICE}/spreadsheetml/2006/main"`;
  return packageOf('xl/workbook.xml', 'spreadsheetml.sheet', {
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(['worksheet', 'worksheets/sheet1.xml']),
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${data}</sheetData></worksheet>`,
  });
}

function rowOf(row: Row, number: number): string {
  const cells = row.map((value, column) => {
    const place = `r="${String.fromCharCode(65 + column)}${number}"`;
    return typeof value === 'number'
      ? `<c ${place}><v>${value}</v></c>`
      : `<c ${place} t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** A PowerPoint deck of slides, each of its lines. */
export function powerPointFile(slides: readonly (readonly string[])[]): Buffer {
  const names = slides.map((_, index) => `slides/slide${index + 1}.xml`);
  const spaces = `xmlns:a="${OFFICE}/drawingml/2006/main" xmlns:p="${OFFICE}/presentationml/2006/main" xmlns:r="${RELATIONSHIPS}"`;
  const ids = names.map((_, index) => `<p:sldId id="${256 + index}" r:id="rId${index + 1}"/>`).join('');
  const parts = slides.map((lines, index) => [`ppt/${names[index]}`, slideOf(lines, spaces)] as const);
  return packageOf('ppt/presentation.xml', 'presentationml.presentation', {
    'ppt/presentation.xml': `<p:presentation ${spaces}><p:sldIdLst>${ids}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relationships(...names.map((name) => ['slide', name] as const)),
    ...Object.fromEntries(parts),
  });
}

function slideOf(lines: readonly string[], spaces: string): string {
  const paragraphs = lines.map((text) => `<a:p><a:r><a:t>${escaped(text)}</a:t></a:r></a:p>`).join('');
  return `<p:sld ${spaces}><p:cSld><p:spTree><p:sp><p:txBody>${paragraphs}</p:txBody></p:sp></p:spTree></p:cSld></p:sld>`;
}

/** With what says which part is the main one (ECMA-376 part 2, 7.2 and 7.3). */
function packageOf(main: string, kind: string, parts: Readonly<Record<string, string>>): Buffer {
  const type = `application/vnd.openxmlformats-officedocument.${kind}.main+xml`;
  const all = {
    '[Content_Types].xml': `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${type}"/></Types>`,
    '_rels/.rels': relationships(['officeDocument', main]),
    ...parts,
  };
  const entries = Object.entries(all).map(([path, xml]) => [path, Buffer.from(`${XML}${xml}`)] as const);
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime: new Date(2026, 0, 1) }));
}

function relationships(...targets: readonly (readonly [type: string, target: string])[]): string {
  const rows = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${OFFICE}/package/2006/relationships">${rows.join('')}</Relationships>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
