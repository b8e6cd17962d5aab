import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyCommand } from '../../apps/mcp-api/src/policy/policy-command.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const GROUP = '77777777-2222-3333-4444-555555555555';
const CLIENT = '1c0de4a1-77b0-4a4e-8a51-c0ffee00a002';
const POLICY = `rules:
  - tools: [files_share]
    facts: { shareKind: [organization] }
    decision: deny
    reason: Share with people, not with everybody.
  - tools: [mail_send_draft]
    facts: { recipientsOver: 5 }
    decision: approve
    reason: Mail to many is looked at first.
  - groups: [${GROUP}]
    toolsets: [files]
    decision: deny
    reason: Trainees leave files alone.
`;

const folder = temporaryFolder();

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const POLICY_FILE = file('policy.yaml', POLICY);
const run = (args: string, variables: Readonly<Record<string, string>> = { POLICY_FILE, APPROVALS: 'off' }) =>
  policyCommand(args === '' ? [] : args.split(' '), variables);

describe('npm run policy', () => {
  it('shows when APPROVALS has the person approve, and which rules can decide, for each tool', async () => {
    const table = await run('', { POLICY_FILE, APPROVALS: 'external' });
    expect(table).toMatch(/^mail_send_draft .* if outside +2 approve +on$/m);
    expect(table).toMatch(/^files_share .* if outside +1 deny, 3 deny +on$/m);
    expect(table).toMatch(/^mail_create_draft .* - +- +on$/m);
    expect(table).toMatch(/^mail_search .* - +- +on$/m);
    expect(table).toContain('2  approve  tools mail_send_draft; recipientsOver=5 "Mail to many is looked at first."\n');
  });

  it.each([
    ['external', 'files_delete', 'if outside'],
    ['others', 'files_delete', 'if others, or deletes'],
    ['others', 'mail_create_draft', '-'],
    ['writes', 'mail_create_draft', 'always'],
    ['writes', 'mail_search', '-'],
    ['off', 'mail_send_draft', '-'],
  ])('with APPROVALS=%s, %s is approved: %s', async (APPROVALS, tool, words) => {
    const line = (await run('', { APPROVALS })).split('\n').find((one) => one.startsWith(`${tool} `));
    expect(line?.split(/ {2,}/).at(-3)).toBe(words);
  });
});

describe('npm run policy -- explain', () => {
  it('says which rule decides, and why those before it do not', async () => {
    expect(await run('explain --tool mail_send_draft --facts external=true,recipientsOver=5')).toBe(
      `mail_send_draft: external=true firstContact=unknown recipients=6 attendees=unknown shareKind=unknown deletes=unknown

Rule 1 (deny; tools files_share; shareKind=organization) is not: tools files_share.
Rule 2 (approve; tools mail_send_draft; recipientsOver=5) is for this call.
APPROVALS=off says allow.

Decision: approve, by rule 2. "Mail to many is looked at first."
`,
    );
  });

  it('counts what is not given as the strictest', async () => {
    expect(await run('explain --tool files_share --group none')).toContain('Decision: deny, by rule 1.');
    expect(await run('explain --tool files_share --group none --facts shareKind=people')).toContain(
      'No rule is for this call.\nAPPROVALS=off says allow.\n\nDecision: allow, nothing asks for more.',
    );
  });

  it('says what the sign-in would have to tell', async () => {
    const asked = 'explain --tool files_read_text';
    expect(await run(asked)).toContain('needs groups, which the sign-in does not tell');
    expect(await run(`${asked} --group ${GROUP.toUpperCase()}`)).toContain('Decision: deny, by rule 3.');
  });

  it('tells of the variables, which only tighten', async () => {
    const explained = (variables: Readonly<Record<string, string>>) =>
      run(`explain --tool mail_send_draft --facts external=true,recipients=1 --client ${CLIENT}`, variables);
    expect(await explained({})).toContain('Decision: approve, by APPROVALS.');
    expect(await explained({ READ_ONLY: 'true' })).toContain('Decision: deny, because the server is read-only.');
    const needsRole = await explained({ TOOL_ROLES: 'mail_send_draft:Mail.Sender' });
    expect(needsRole).toContain('Decision: deny, because the app role Mail.Sender is missing.');
  });

  it.each([
    ['explain', '--tool is missing'],
    ['explain --tool mail_send', 'did you mean mail_send_draft?'],
    ['explain --tool mail_send_draft --facts extern=true', '"extern" is not a fact, did you mean external?'],
    ['explain --tool mail_send_draft --facts external=yes', '"yes" is no value of external'],
    ['explain --tols x', "Unknown option '--tols'"],
    ['explane', 'Unknown command'],
    ['simulate', '--audit is missing'],
    ['simulate --audit none.jsonl', 'the file cannot be read (ENOENT)'],
  ])('refuses "%s" and says what is right', async (args, words) => {
    await expect(run(args)).rejects.toThrow(words);
  });
});

describe('npm run policy -- simulate', () => {
  const line = (fields: object) => JSON.stringify({ log: 'audit', decision: 'allowed', clientId: CLIENT, ...fields });
  const facts = { outside: 0, inside: 1, shares: false, deletes: false };
  const simulated = (lines: readonly string[], more = '') =>
    run(`simulate --audit ${file('audit.jsonl', lines.join('\n'))}${more}`);

  it('counts what would differ, by tool', async () => {
    const many = line({ tool: 'mail_send_draft', facts: { ...facts, inside: 6 }, outcome: 'done', groups: [] });
    const report = await simulated([
      many,
      many,
      line({ tool: 'mail_send_draft', facts, groups: [] }),
      line({ tool: 'files_share', facts: { ...facts, shares: true, organization: true }, groups: [] }),
      line({ tool: 'files_read_text', groups: [GROUP] }),
      line({ tool: 'mail_search' }),
    ]);
    expect(report).toBe(
      `Audit lines of tools: 6. Replayed: 6. Would differ: 4.

     2  mail_send_draft  allow -> approve
     1  files_share  allow -> deny
     1  files_read_text  allow -> deny
`,
    );
  });

  it('takes another file with --policy, and knows what was approved, denied or none of it', async () => {
    const other = file('other.yaml', 'rules:\n  - decision: deny\n    reason: Closed.\n');
    const lines = [
      line({ tool: 'mail_send_draft', decision: 'refused', reason: 'approval_required', facts }),
      line({ tool: 'mail_send_draft', decision: 'approved', facts }),
      line({ tool: 'mail_search', decision: 'refused', reason: 'policy_denied' }),
      line({ tool: 'mail_search', decision: 'refused', reason: 'not_found' }),
      line({ tool: 'no_such_tool' }),
      line({ tool: 'mail_send_draft', facts, outcome: 'dry_run' }),
    ];
    expect(await simulated(lines, ` --policy ${other}`)).toBe(
      `Audit lines of tools: 6. Replayed: 3. Would differ: 2.
Not decided by a policy (other errors, dry runs, tools that are not here): 3.

     2  mail_send_draft  approve -> deny
`,
    );
  });

  it('says of how many it cannot tell', async () => {
    const strangers = 'rules:\n  - facts: { firstContact: true }\n    decision: deny\n    reason: Strangers.\n';
    const grouped = `rules:\n  - groups: [${CLIENT}]\n    decision: deny\n    reason: Not these.\n`;
    const lines = [
      line({ tool: 'mail_send_draft', facts, groups: [] }),
      line({ tool: 'mail_send_draft', facts: { ...facts, firstContact: 0 } }),
    ];
    const unknown = (count: number) => `a fact that a rule needs: ${count}.`;
    expect(await simulated(lines, ` --policy ${file('a.yaml', strangers)}`)).toContain(unknown(1));
    expect(await simulated(lines, ` --policy ${file('b.yaml', grouped)}`)).toContain(unknown(2));
  });

  it('passes over what else stands in a log', async () => {
    const others = [
      '',
      'Started.',
      '{"log":"process"}',
      '[1',
      'null',
      '{"log":"audit","decision":"refused","count":3}',
    ];
    expect(await simulated(others)).toContain('Audit lines of tools: 0. Replayed: 0. Would differ: 0.');
  });
});
