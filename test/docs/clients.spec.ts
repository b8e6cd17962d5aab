import { readFileSync } from 'node:fs';
import { type ClientName, CLIENTS } from '../../apps/foundry-kit/src/plan/clients.js';
import { planCommand } from '../../apps/foundry-kit/src/plan/plan.command.js';
import { assertCurrent } from './generated.js';

const FILE = 'docs/clients.md';
const BLOCK = /(<!-- clients:begin[^>]*-->\n)([\s\S]*)(<!-- clients:end -->)/;

describe(FILE, () => {
  it('shows every client as plan --client prints it, without values (UPDATE_DOCS=1 writes it)', () => {
    const sections = (Object.keys(CLIENTS) as ClientName[]).map(
      (name) => `## ${CLIENTS[name].title}\n\n\`plan --client ${name}\`\n\n${planCommand(['--client', name], {})}`,
    );
    const document = readFileSync(FILE, 'utf8');
    assertCurrent(
      FILE,
      document.replace(BLOCK, (_all, begin: string, _old, end: string) => `${begin}\n${sections.join('\n')}\n${end}`),
    );
  });

  it('says for every client what to register, with a redirect URI', () => {
    for (const { register } of Object.values(CLIENTS)) expect(register.join(' ')).toMatch(/(Web|public client).*http/);
  });
});
