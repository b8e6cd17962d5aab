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
