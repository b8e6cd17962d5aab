import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as docx from 'docx';
import ExcelJS from 'exceljs';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import PptxGenJS from 'pptxgenjs';

const [folder] = process.argv.slice(2);
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const save = (name, bytes) => writeFileSync(join(folder, name), bytes);

save('docx.docx', await docx.Packer.toBuffer(wordDocument()));
save('exceljs.xlsx', Buffer.from(await workbook().xlsx.writeBuffer()));
save('pptxgenjs.pptx', Buffer.from(await deck().write({ outputType: 'nodebuffer' })));
save('pdf-lib.pdf', await report());
save('pdf-lib-scan.pdf', await scan());

function wordDocument() {
  const { Paragraph, TextRun, Tab, NoBreakHyphen, SoftHyphen, InsertedTextRun, DeletedTextRun, FootnoteReferenceRun } =
    docx;
  const change = { id: 1, author: 'Anna Berg', date: '2026-01-05T10:00:00Z' };
  const cell = (text) => new docx.TableCell({ children: [new Paragraph(text)] });
  const row = (...texts) => new docx.TableRow({ children: texts.map(cell) });
  const item = (text, level = 0) => new Paragraph({ text, numbering: { reference: 'steps', level } });
  const levels = [
    { level: 0, format: 'decimal', text: '%1.' },
    { level: 1, format: 'lowerLetter', text: '%1.%2)' },
  ];
  return new docx.Document({
    numbering: { config: [{ reference: 'steps', levels }] },
    footnotes: { 1: { children: [new Paragraph('Counted by hand')] } },
    sections: [
      {
        headers: { default: new docx.Header({ children: [new Paragraph('Internal')] }) },
        children: [
          new Paragraph({ text: 'Minutes', heading: docx.HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [
              new TextRun({
                children: ['Tab', new Tab(), 'T', new NoBreakHyphen(), '34 tele', new SoftHyphen(), 'scope'],
              }),
            ],
          }),
          new Paragraph({ children: [new TextRun('First line'), new TextRun({ text: 'second line', break: 1 })] }),
          new Paragraph({
            children: [
              new TextRun('Orders '),
              new DeletedTextRun({ ...change, text: 'fell' }),
              new InsertedTextRun({ ...change, text: 'grew' }),
              new TextRun({ children: [new FootnoteReferenceRun(1)] }),
            ],
          }),
          new Paragraph({
            children: [
              new docx.ExternalHyperlink({ link: 'https://observatory.example', children: [new TextRun('the plan')] }),
            ],
          }),
          item('Open the dome'),
          item('slowly', 1),
          item('wholly', 1),
          item('Cool the camera'),
          new docx.Table({ rows: [row('Who', 'What'), row('Ada', 'runs & rests')] }),
          new Paragraph({ children: [new TextRun({ children: ['Page ', docx.PageNumber.CURRENT] })] }),
        ],
      },
    ],
  });
}

function workbook() {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Hours & days');
  const date = (iso) => new Date(`${iso}Z`);
  sheet.addRow(['Name', 'Date', 'Worked', 'Share', 'Done']);
  sheet.addRow(['Ada', date('2026-11-23T00:00:00'), 1.5, 0.25, true]);
  sheet.addRow(['Ben', date('2026-11-23T18:00:00'), 0.0625, 0.125, false]);
  sheet.addRow([
    { richText: [{ text: 'Rich ' }, { font: { bold: true }, text: 'text' }] },
    null,
    { formula: 'SUM(C2:C3)', result: 1.5625 },
  ]);
  sheet.addRow([{ error: '#DIV/0!' }, { text: 'site', hyperlink: 'https://observatory.example' }, 7, 'a\nb']);
  sheet.getColumn(2).numFmt = 'dd.mm.yyyy hh:mm';
  sheet.getColumn(3).numFmt = '[h]:mm';
  sheet.getColumn(4).numFmt = '0.0%';
  sheet.getCell('C5').numFmt = '0" d"';
  // Styled, and empty: Excel writes such cells out to the last column.
  sheet.getCell('XFD2').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFF0000' } };
  book.addWorksheet('Kept back', { state: 'hidden' }).addRow(['secret']);
  book.addWorksheet('Nothing');
  return book;
}

function deck() {
  const slides = new PptxGenJS();
  const first = slides.addSlide();
  first.addText([{ text: 'First light', options: { breakLine: true } }, { text: 'in May' }], { x: 1, y: 1 });
  first.addTable(
    [
      [{ text: 'Who' }, { text: 'What' }],
      [{ text: 'Ada' }, { text: 'runs' }],
    ],
    { x: 1, y: 3 },
  );
  first.addNotes('Smile');
  const second = slides.addSlide();
  second.hidden = true;
  second.addText('Not shown', { x: 1, y: 1 });
  slides.addSlide().addImage({ data: `image/png;base64,${PIXEL}`, x: 1, y: 1, w: 1, h: 1 });
  return slides;
}

async function report() {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const lines of [['Ice cores of 2026', 'First line of text'], ['Second page']]) {
    const page = document.addPage([300, 200]);
    lines.forEach((line, index) => page.drawText(line, { x: 20, y: 150 - index * 20, size: 12, font }));
  }
  return document.save();
}

async function scan() {
  const document = await PDFDocument.create();
  const picture = await document.embedPng(Buffer.from(PIXEL, 'base64'));
  document.addPage([300, 200]).drawImage(picture, { x: 0, y: 0, width: 300, height: 200 });
  return document.save();
}
