import { deflateSync } from 'node:zlib';

const HELVETICA = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';

interface Page {
  /** The operators that draw it. */
  readonly drawn: string;
  /** Annotations (ISO 32000-1, 12.5). */
  readonly annotations?: readonly string[];
}

/** A PDF by what its pages draw, in the font `F1`; without a table of places, which readers then make themselves. */
export function pdfOf(pages: readonly Page[], font = HELVETICA): Uint8Array {
  const kids = pages.map((_, index) => `${10 + index} 0 R`);
  const objects = [
    `1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj`,
    `2 0 obj<</Type/Pages/Count ${pages.length}/Kids[${kids.join(' ')}]>>endobj`,
    ...pages.flatMap(({ drawn, annotations = [] }, index) => [
      `${10 + index} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${5_000 + index} 0 R/Annots[${annotations.join('')}]/Resources<</Font<</F1 ${font}>>>>>>endobj`,
      `${5_000 + index} 0 obj<</Length ${drawn.length}>>stream\n${drawn}\nendstream endobj`,
    ]),
  ];
  return Buffer.from(`%PDF-1.7\n${objects.join('\n')}\ntrailer<</Root 1 0 R>>`, 'latin1');
}

export function words(text: string): string {
  return `BT /F1 12 Tf 50 700 Td (${text}) Tj ET`;
}

/** Codes in a font of East Asia that names a map of its characters and embeds nothing. */
export function foreign(map: string, ordering: string, codes: Uint8Array): Uint8Array {
  const descendant = `<</Type/Font/Subtype/CIDFontType0/BaseFont/Own/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 2>>/FontDescriptor<</Type/FontDescriptor/FontName/Own/Flags 4>>/DW 1000>>`;
  const font = `<</Type/Font/Subtype/Type0/BaseFont/Own/Encoding/${map}/DescendantFonts[${descendant}]>>`;
  return pdfOf([{ drawn: `BT /F1 12 Tf 50 700 Td <${Buffer.from(codes).toString('hex')}> Tj ET` }], font);
}

/** Its first page is small until it is unpacked. */
export function aPdfBomb(bytes: number, others: readonly Page[] = []): Uint8Array {
  const packed = deflateSync(Buffer.alloc(bytes, ' '), { level: 1 });
  const [head = '', tail = ''] = Buffer.from(pdfOf([{ drawn: '@' }, ...others]))
    .toString('latin1')
    .split(/<<\/Length 1>>stream\n@/);
  const stream = `<</Filter/FlateDecode/Length ${packed.length}>>stream\n`;
  return Buffer.concat([Buffer.from(head + stream), packed, Buffer.from(tail)]);
}

/** One page, drawn by a stream that is packed in this way. */
export function aPdfOf(stream: Uint8Array, filter: string): Uint8Array {
  const [head = '', tail = ''] = Buffer.from(pdfOf([{ drawn: '@' }]))
    .toString('latin1')
    .split('\n@\n');
  const named = head.replace('<</Length 1>>', `<</Length ${stream.length}/Filter ${filter}>>`);
  return Buffer.concat([Buffer.from(`${named}\n`, 'latin1'), stream, Buffer.from(`\n${tail}`, 'latin1')]);
}
