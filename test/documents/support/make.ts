import { strToU8, zipSync } from 'fflate';

/** Parts of an Office package, by path. */
export function aPackage(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}

export function aDocx(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return aPackage({
    'word/document.xml': `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`,
    ...more,
  });
}

export function aSheet(rows: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return aPackage({
    'xl/workbook.xml': '<workbook><sheets><sheet name="Budget" r:id="rId7"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId7" Target="worksheets/sheet9.xml"/></Relationships>',
    'xl/worksheets/sheet9.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    ...parts,
  });
}

/** Slides by the words of their paragraphs; shown last to first, so that the order of the files is not theirs. */
export function aDeck(slides: readonly (readonly string[])[]): Uint8Array {
  const ids = slides.map((_, index) => index + 1).reverse();
  const paragraphs = (texts: readonly string[]) =>
    texts.map((text) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`).join('');
  return aPackage({
    'ppt/presentation.xml': `<p:presentation><p:sldIdLst>${ids.map((id) => `<p:sldId r:id="r${id}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': `<Relationships>${ids.map((id) => `<Relationship Id="r${id}" Target="/ppt/slides/slide${id}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(
      slides.map((texts, index) => [`ppt/slides/slide${index + 1}.xml`, `<p:sld>${paragraphs(texts)}</p:sld>`]),
    ),
  });
}

/** One page of text, as plain as PDF can be. */
export function aPdf(text: string): Uint8Array {
  const content = `BT /F1 12 Tf 72 720 Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
  return strToU8(pdf + end);
}
