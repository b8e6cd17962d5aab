import { WISHES } from '../wishes/table/index.js';
import type { Wish } from '../wishes/wish.js';
import { markdownTable, mustBeCurrent } from './generated.js';

const INTRODUCTION = `# Wishes

What people ask of an agent, and the calls that fulfil it, made from the table in \`test/wishes\`. Each is run over MCP against the server with the local tenant behind it, and Graph is then asked, as the person, whether it came true. The ids a call
needs come from the call before it.`;

const outcome = ({ refusal }: Wish) =>
  refusal ? `refused: \`${refusal.code}\`${refusal.tell ? `, naming ${refusal.tell}` : ''}` : 'comes true';

describe('docs/wishes.md', () => {
  it('is what the table of wishes makes (UPDATE_DOCS=1 writes it)', () => {
    const sections = Object.entries(WISHES).map(([about, wishes]) => {
      const rows = wishes.map((wish) => [
        wish.words,
        wish.calls.map(([tool]) => `\`${tool}\``).join(', '),
        outcome(wish),
      ]);
      return `## ${about}\n\n${markdownTable(['wish', 'calls', 'what becomes of it'], rows)}`;
    });
    mustBeCurrent('docs/wishes.md', `${[INTRODUCTION, ...sections].join('\n\n')}\n`);
  });
});
