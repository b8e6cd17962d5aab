// `node test/outsiders/documents/make.mjs`: makes the files beside it anew with the programs that people write documents with.
// It installs what it needs in a folder of its own, and wants LibreOffice (`soffice`), pandoc, Python and pip on the
// PATH.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NPM = ['docx@9.5.1', 'exceljs@4.4.0', 'pptxgenjs@4.0.1', 'pdf-lib@1.17.1', 'ical-generator@10.2.0'];
const PIP = [
  'openpyxl==3.1.5',
  'python-docx==1.2.0',
  'reportlab==3.6.12',
  'XlsxWriter==3.0.2',
  'icalendar==4.0.3',
  'vobject==0.9.6.1',
];
const here = fileURLToPath(new URL('.', import.meta.url));
const files = join(here, 'files');
const workshop = mkdtempSync(join(tmpdir(), 'outsiders-'));

try {
  cpSync(join(here, 'producers'), workshop, { recursive: true });
  run('npm', 'init', '-y');
  run('npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', ...NPM);
  run('pip', 'install', '--quiet', '--target', 'python', ...PIP);
  mkdirSync(files, { recursive: true });
  run('node', 'javascript.mjs', files);
  run('python3', 'python.py', files);
  run('node', 'calendars.mjs', files);
  run('python3', 'calendars.py', files);
  run('python3', 'form.py', files);
  run('python3', 'sums.py', files);
  for (const ending of ['docx', 'rtf']) run('pandoc', '-s', 'paper.md', '-o', join(files, `pandoc.${ending}`));
  run('pandoc', 'links.md', '-o', join(files, 'pandoc-links.docx'));
  // LibreOffice writes what the others wrote in its own way, and encrypts what a password is given for.
  convert('libreoffice.docx', 'python-docx.docx', 'docx:MS Word 2007 XML');
  convert('libreoffice.xlsx', 'exceljs.xlsx', 'xlsx:Calc MS Excel 2007 XML');
  convert('libreoffice.pptx', 'pptxgenjs.pptx', 'pptx:Impress MS PowerPoint 2007 XML');
  convert('libreoffice.pdf', 'python-docx.docx', 'pdf:writer_pdf_Export');
  convert(
    'libreoffice-protected.pdf',
    'tiny.html',
    'pdf:writer_web_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"secret"}}',
    workshop,
  );
  convert('libreoffice-old.docx', 'tiny.html', 'doc:MS Word 97', workshop);
  convert('libreoffice-odt.docx', 'tiny.html', 'odt:writer8', workshop);
  convert('libreoffice.html', 'python-docx.docx', 'html:HTML (StarWriter)');
} finally {
  rmSync(workshop, { recursive: true, force: true });
}

/** Converts a file into one of this name, whatever the format says of endings. */
function convert(name, source, format, from = files) {
  const out = mkdtempSync(join(workshop, 'out-'));
  run(
    'soffice',
    `-env:UserInstallation=file://${workshop}/profile`,
    '--headless',
    '--convert-to',
    format,
    '--outdir',
    out,
    join(from, source),
  );
  const [made] = readdirSync(out);
  renameSync(join(out, made), join(workshop, name));
  cpSync(join(workshop, name), join(files, name));
}

function run(program, ...args) {
  const { status } = spawnSync(program, args, { cwd: workshop, stdio: 'inherit' });
  if (status !== 0) throw new Error(`"${program} ${args.join(' ')}" failed.`);
}
