import { strToU8, zipSync } from 'fflate';
import { deflateRawSync } from 'node:zlib';

export { pdfFile as aPdf } from '../../../apps/local-tenant/src/graph/seed/documents/pdf-file.js';

/** Parts of an Office package, by path. */
export function aPackage(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}

const SPACES = {
  transitional: {
    w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    s: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
    p: 'http://schemas.openxmlformats.org/presentationml/2006/main',
    a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
    r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  },
  strict: {
    w: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
    s: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
    p: 'http://purl.oclc.org/ooxml/presentationml/main',
    a: 'http://purl.oclc.org/ooxml/drawingml/main',
    r: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  },
};
type Form = keyof typeof SPACES;
const COMPATIBILITY = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

/** Declares the namespaces by the prefixes that Office itself writes. */
export function spaces(prefixes: readonly (keyof (typeof SPACES)['strict'])[], form: Form = 'transitional'): string {
  return [...prefixes.map((prefix) => `xmlns:${prefix}="${SPACES[form][prefix]}"`), COMPATIBILITY].join(' ');
}

/** Relationships by their id: what kind they are of and where they lead. */
export function relationships(
  targets: Readonly<Record<string, readonly [type: string, target: string]>>,
  form: Form = 'transitional',
): string {
  const rows = Object.entries(targets).map(
    ([id, [type, target]]) => `<Relationship Id="${id}" Type="${SPACES[form].r}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
}

const mainAt = (path: string) => ({ '_rels/.rels': relationships({ r0: ['officeDocument', path] }) });

/** More parts are related by their names: `footnotes.xml` is the footnotes. */
export function aDocx(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const related = Object.keys(more).map((name) => [name, [name.replace('.xml', ''), name] as const] as const);
  return aPackage({
    ...mainAt('word/document.xml'),
    'word/_rels/document.xml.rels': relationships(Object.fromEntries(related)),
    'word/document.xml': `<?xml version="1.0"?><w:document ${spaces(['w', 'r'])}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(Object.entries(more).map(([name, xml]) => [`word/${name}`, xml])),
  });
}

/** A workbook of one sheet, `Budget`. */
export function aSheet(rows: string, parts: Readonly<Record<string, string>> = {}, properties = ''): Uint8Array {
  const named = { strings: 'sharedStrings', styles: 'styles' };
  const given = Object.entries(named).filter(([name]) => `xl/${name}.xml` in parts);
  const main = `xmlns="${SPACES.transitional.s}"`;
  return aPackage({
    ...mainAt('xl/workbook.xml'),
    'xl/workbook.xml': `<workbook ${main} ${spaces(['r'])}>${properties}<sheets><sheet name="Budget" r:id="rId7"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships({
      rId7: ['worksheet', 'worksheets/sheet9.xml'],
      ...Object.fromEntries(given.map(([name, type]) => [name, [type, `${name}.xml`] as const])),
    }),
    'xl/worksheets/sheet9.xml': `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`,
    ...parts,
  });
}

/** Slides by the words of their paragraphs; shown last to first, so that the order of the files is not theirs. */
export function aDeck(slides: readonly (readonly string[])[]): Uint8Array {
  const ids = slides.map((_, index) => index + 1).reverse();
  const paragraphs = (texts: readonly string[]) =>
    texts.map((text) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`).join('');
  return aPackage({
    ...mainAt('ppt/presentation.xml'),
    'ppt/presentation.xml': `<p:presentation ${spaces(['p', 'r'])}><p:sldIdLst>${ids.map((id) => `<p:sldId r:id="r${id}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relationships(
      Object.fromEntries(ids.map((id) => [`r${id}`, ['slide', `/ppt/slides/slide${id}.xml`] as const])),
    ),
    ...Object.fromEntries(
      slides.map((texts, index) => [
        `ppt/slides/slide${index + 1}.xml`,
        `<p:sld ${spaces(['a', 'p'])}>${paragraphs(texts)}</p:sld>`,
      ]),
    ),
  });
}

/** A Word document that is small until it is unpacked; put together by hand, since only native code packs that much quickly. */
export function aBomb(): Uint8Array {
  const size = 120 * 1024 * 1024;
  const packed = deflateRawSync(new Uint8Array(size), { level: 1 });
  const name = Buffer.from('word/document.xml');
  // What a local header and the directory say alike (APPNOTE.TXT, 4.3.7 and 4.3.12): version, flags, method, time, CRC, sizes.
  const said = Buffer.alloc(26);
  said.writeUInt16LE(20, 0);
  said.writeUInt16LE(8, 4);
  said.writeUInt32LE(packed.length, 14);
  said.writeUInt32LE(size, 18);
  said.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), said, name, packed]);
  const directory = Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), said, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}

/** A document that would grow by its own entities. */
export const ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document>&b;</w:document>';
