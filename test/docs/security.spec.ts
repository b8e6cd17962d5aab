import { readFileSync } from 'node:fs';
import { FOUNDRY_MODES, type FoundryMode } from '../authentication/foundry-modes.js';
import { markdownTable, assertCurrent } from './generated.js';

const FILE = 'docs/security.md';
const BLOCK = /(<!-- modes:begin[^>]*-->\n)([\s\S]*)(<!-- modes:end -->)/;

const answered = ({ reason, because }: FoundryMode) =>
  reason === undefined ? `accepted: ${because}` : `refused (\`${reason}\`): ${because}`;

describe('docs/security.md', () => {
  it('shows every identity mode of Foundry with what is tried of it (UPDATE_DOCS=1 writes it)', () => {
    const rows = FOUNDRY_MODES.map((mode) => [mode.mode, `\`${mode.authType}\``, mode.arrives, answered(mode)]);
    const table = markdownTable(['mode', 'authType', 'what arrives', 'what is answered'], rows);
    const document = readFileSync(FILE, 'utf8');
    assertCurrent(
      FILE,
      document.replace(BLOCK, (_all, begin: string, _old, end: string) => `${begin}\n${table}\n\n${end}`),
    );
  });
});
