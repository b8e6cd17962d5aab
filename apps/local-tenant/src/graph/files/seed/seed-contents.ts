import { contentOf, type FileContent } from '../content/file-content.js';
import { excelFile, powerPointFile, wordFile } from '../../seed/documents/office-files.js';
import { pdfFile } from '../../seed/documents/pdf-file.js';

/** What lies in everybody's drive from the start, by path. */
export function seedContents(): ReadonlyMap<string, FileContent> {
  made ??= new Map(Object.entries(FILES).map(([path, make]) => [path, contentOf(make())]));
  return made;
}

/** The same for everybody, made once. */
let made: ReadonlyMap<string, FileContent> | undefined;

const FILES: Readonly<Record<string, () => Buffer>> = {
  'Getting started.txt': () => Buffer.from('Welcome to OneDrive.\n'),
  'Documents/Travel policy.md': () => Buffer.from('# Travel policy\n\nBook trains before planes.\n'),
  'Projects/Launch plan.md': () => Buffer.from('# Launch plan\n\n1. Review\n2. Release\n'),
  'Reports/Third quarter.docx': () =>
    wordFile(['Third quarter', 'Orders for binoculars grew by 12 percent.', 'Observatory domes were late again.']),
  'Reports/Budget 2026.xlsx': () =>
    excelFile('Budget', [
      ['Item', 'Euro'],
      ['Glass', 41_000],
      ['Coating', 18_500],
    ]),
  'Reports/Customers/Kick-off.pptx': () =>
    powerPointFile([
      ['Kick-off', 'Welcome'],
      ['Milestones', 'First light in May'],
    ]),
  'Reports/Customers/Data sheet.pdf': () => pdfFile('Aperture 300 mm, focal length 1200 mm'),
};
