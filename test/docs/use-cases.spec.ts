import { USE_CASES } from '../use-cases/table/index.js';
import type { UseCase } from '../use-cases/use-case.js';
import { markdownTable, assertCurrent } from './generated.js';

const INTRODUCTION = `# Use cases

What people ask of an agent, and the calls that fulfil it, generated from the table in \`test/use-cases\`. Each use case runs over MCP against the server, with the local tenant behind it; then Graph is read, as the person, to check the result. They run with APPROVALS=off. By default, what reaches people outside the organisation waits until the person has approved it ([approvals](approvals.md)). An id that a call
needs comes from the previous call.`;

const outcome = ({ refusal }: UseCase) =>
  refusal ? `refused: \`${refusal.code}\`${refusal.tell ? `, naming ${refusal.tell}` : ''}` : 'succeeds';

describe('docs/use-cases.md', () => {
  it('is what the table of use cases makes (UPDATE_DOCS=1 writes it)', () => {
    const sections = Object.entries(USE_CASES).map(([about, useCases]) => {
      const rows = useCases.map((useCase) => [
        useCase.words,
        useCase.calls.map(([tool]) => `\`${tool}\``).join(', '),
        outcome(useCase),
      ]);
      return `## ${about}\n\n${markdownTable(['use case', 'calls', 'result'], rows)}`;
    });
    assertCurrent('docs/use-cases.md', `${[INTRODUCTION, ...sections].join('\n\n')}\n`);
  });
});
