import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Policy, judgeByRules, READING, type RuleFacts } from '@app/domain';
import { readPolicy } from '@app/config';
import { temporaryFolder } from '../support/temporary-folder.js';

const TRAINEES = '5f0c9d64-5a5e-4d0c-9f4e-1f1f6b7f8a01';
const EXAMPLE = /<!-- policy: (\w+) -->\n\n```(?:yaml|json)\n([^`]+)```/g;
const EXAMPLES = new Map(
  [...readFileSync('docs/policy.md', 'utf8').matchAll(EXAMPLE)].map(([, name = '', text = '']) => [name, text]),
);

function policyOf(name: string): Policy {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, EXAMPLES.get(name) ?? '');
  return readPolicy({ POLICY_FILE: path });
}

interface Asked {
  readonly tool?: [name: string, toolset: string];
  readonly facts?: Partial<RuleFacts>;
  readonly roles?: readonly string[];
  readonly groups?: readonly string[];
}

function decisionOf(policy: Policy, { tool = ['mail_send_draft', 'mail'], facts, roles = [], groups = [] }: Asked) {
  const [name, toolset] = tool;
  const all = { ...READING, writes: true, ...facts };
  return judgeByRules(policy.rules, { tool: { name, toolset }, subject: { clientId: '', roles, groups }, facts: all })
    .decision;
}

describe('the examples of docs/policy.md', () => {
  it('are all tried here', () => {
    expect([...EXAMPLES.keys()]).toEqual(['people', 'groups', 'closed']);
  });

  it.each<[string, Asked, string]>([
    ['people', { facts: { recipients: 21 } }, 'deny'],
    ['people', { facts: { recipients: 2, external: true, firstContact: true } }, 'approve'],
    ['people', { facts: { recipients: 2, external: true, firstContact: false } }, 'allow'],
    ['people', { facts: { recipients: 2, external: true, firstContact: undefined } }, 'approve'],
    ['people', { tool: ['files_share', 'files'], facts: { shareKind: 'organization' } }, 'deny'],
    ['people', { tool: ['files_share', 'files'], facts: { shareKind: 'people' } }, 'allow'],
    ['groups', { groups: [TRAINEES] }, 'deny'],
    ['groups', { groups: [TRAINEES], facts: { writes: false } }, 'allow'],
    ['groups', { tool: ['files_delete', 'files'], facts: { deletes: true } }, 'approve'],
    ['closed', { tool: ['calendar_create_event', 'calendar'] }, 'allow'],
    ['closed', {}, 'deny'],
    ['closed', { roles: ['Mail.Agent'] }, 'allow'],
  ])('%s, asked of %j: %s', (name, asked, decision) => {
    expect(decisionOf(policyOf(name), asked)).toBe(decision);
  });
});
