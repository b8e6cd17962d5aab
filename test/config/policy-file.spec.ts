import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, readPolicy } from '@app/config';
import { temporaryFolder } from '../support/temporary-folder.js';

const GUID = '1c0de4a1-77b0-4a4e-8a51-c0ffee00a002';
const RULE = '- { tools: [mail_send_draft], decision: deny, reason: Not by agents. }';

const folder = temporaryFolder();

function read(content: string | Uint8Array, variables: Readonly<Record<string, string>> = {}) {
  const path = join(folder, 'policy.yaml');
  writeFileSync(path, content);
  return readPolicy({ ...variables, POLICY_FILE: path });
}

/** The mistakes that the start names, without the name of the variable. */
function mistakesOf(content: string | Uint8Array, variables?: Readonly<Record<string, string>>): readonly string[] {
  try {
    read(content, variables);
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes.map((one) => one.replace('POLICY_FILE is wrong: ', ''));
    throw error;
  }
  return [];
}

describe('a policy file', () => {
  it('gives its rules in order, with names in the form that tokens have', () => {
    const { rules, groupsClaim } = read(`
groupsClaim: true
rules:
  - tools: [mail_send_draft]
    clients: [${GUID.toUpperCase()}]
    roles: [Mail.Sender]
    groups: [${GUID.toUpperCase()}]
    facts: { external: true, firstContact: true, recipientsOver: 5, attendeesOver: 10, shareKind: [people], deletes: false }
    decision: approve
    reason: Mail to strangers is looked at first.
  - toolsets: [files]
    decision: allow
`);
    expect(groupsClaim).toBe(true);
    expect(rules).toEqual([
      {
        tools: ['mail_send_draft'],
        clients: [GUID],
        roles: ['Mail.Sender'],
        groups: [GUID],
        facts: {
          external: true,
          firstContact: true,
          recipientsOver: 5,
          attendeesOver: 10,
          shareKind: ['people'],
          deletes: false,
        },
        decision: 'approve',
        reason: 'Mail to strangers is looked at first.',
      },
      { toolsets: ['files'], decision: 'allow' },
    ]);
  });

  it('may be JSON, have a byte order mark, and end its lines as Windows does', () => {
    const json = JSON.stringify(
      { rules: [{ tools: ['mail_send_draft'], decision: 'deny', reason: 'No.' }] },
      null,
      '\t',
    );
    const { rules } = read(json);
    expect(rules).toEqual([{ tools: ['mail_send_draft'], decision: 'deny', reason: 'No.' }]);
    expect(read(`\ufeff${json.replaceAll('\n', '\r\n')}`).rules).toEqual(rules);
    expect(read(`\ufeffrules:\r\n  ${RULE}\r\n`).rules).toHaveLength(1);
  });

  it('is not there where the variable is not set', () => {
    expect(readPolicy({}).rules).toEqual([]);
  });

  it('names every mistake at once, with its place and what would be right', () => {
    const mistakes = mistakesOf(`rules:
  - tools: [mail_send_drafts, mail_*]
    facts: { externl: true, recipientsOver: many, deletes: yes, shareKind: [anyone] }
    effect: Deny
  - toolset: [mail]
    decision: Allow
  - tools: mail_send_draft
    groups: [finance]
    clients: []
    decision: deny
`);
    expect(mistakes).toEqual([
      'rules[0] (line 4): "effect" is not a key here, did you mean decision?',
      'rules[0].tools[0] (line 2): "mail_send_drafts" is no tool of this server, did you mean mail_send_draft?',
      'rules[0].tools[1] (line 2): write whole names of tools; a rule without the key is for all of them',
      'rules[0].facts (line 3): "externl" is not a key here, did you mean external?',
      'rules[0].facts.recipientsOver (line 3): write a whole number from 0 to 1000000',
      'rules[0].facts.shareKind[0] (line 3): "anyone" is no share kind of this server, write one of people, organization',
      'rules[0].facts.deletes (line 3): write true or false',
      'rules[0] (line 2): decision is missing: write one of allow, approve, deny',
      'rules[1] (line 5): "toolset" is not a key here, did you mean toolsets?',
      'rules[1].decision (line 6): did you mean allow?',
      'rules[2].tools (line 7): write a list, as in [first, second]',
      'rules[2].clients (line 9): the list is empty: name at least one, or leave the key out',
      'rules[2].groups[0] (line 8): write the object id, a GUID, of the group',
      'rules[2] (line 7): reason is missing: say in one line why you deny it',
    ]);
  });

  it.each([
    [
      'rules that a rule before them leaves nothing',
      `rules:\n  ${RULE}\n  ${RULE}`,
      'rules[1] (line 3): it is never reached: rules[0]',
    ],
    [
      'rules after one for every call',
      `rules:\n  - decision: allow\n  ${RULE}`,
      'rules[1] (line 3): it is never reached',
    ],
    [
      'tools that are in none of the toolsets',
      'rules:\n  - tools: [mail_search]\n    toolsets: [files]\n    decision: allow',
      'none of its tools',
    ],
    [
      'approvals of what only reads',
      'rules:\n  - toolsets: [mail]\n    decision: approve\n    reason: Ask.',
      'nobody can approve what only reads (mail_search',
    ],
    [
      'facts that say nothing',
      'rules:\n  - facts: {}\n    decision: allow',
      'rules[0].facts (line 2): it says nothing',
    ],
    ['a key with nothing', 'rules:\n  - tools:\n    decision: allow', 'rules[0].tools (line 2): write a list'],
    [
      'two keys of one name',
      'rules:\n  - decision: allow\n    decision: allow',
      'rules[0].decision (line 3): the key stands twice',
    ],
    [
      'two names in a list',
      'rules:\n  - tools: [mail_search, mail_search]\n    decision: allow',
      '"mail_search" stands twice',
    ],
    ['reasons of several lines', 'rules:\n  - decision: deny\n    reason: |\n      One.\n      Two.', 'write one line'],
    ['reasons that turn the writing', 'rules:\n  - decision: deny\n    reason: "a\\u202Eb"', 'write one line'],
    ['long reasons', `rules:\n  - decision: deny\n    reason: ${'a'.repeat(301)}`, 'at most 300 characters'],
    ['very many rules', `rules:\n${'  - decision: allow\n'.repeat(201)}`, 'rules (line 1): write at most 200'],
    ['no rules', 'rules: []', 'the list is empty'],
    ['a file without rules', 'groupsClaim: true', 'the file: rules is missing'],
    ['a list of rules alone', RULE, 'the file: write the list under the key rules'],
    ['an empty file', '', 'it is empty'],
    ['a file of comments', '# nothing', 'it is empty'],
    ['a text', 'deny everything', 'write rules, groupsClaim as keys'],
  ])('refuses %s', (_, content, words) => {
    expect(mistakesOf(content)).toContainEqual(expect.stringContaining(words));
  });

  it('refuses a file that is not there, is none, or is too large', () => {
    expect(() => readPolicy({ POLICY_FILE: join(folder, 'none.yaml') })).toThrow('cannot be opened (ENOENT)');
    expect(() => readPolicy({ POLICY_FILE: folder })).toThrow('it is not a file');
    expect(mistakesOf(`rules:\n  ${RULE}\n#${'x'.repeat(65_536)}`)).toEqual(['it is larger than 65536 bytes']);
  });

  it('tells no more than fifty mistakes', () => {
    const mistakes = mistakesOf(`rules:\n${'  - tool: x\n'.repeat(150)}`);
    expect(mistakes).toHaveLength(51);
    expect(mistakes.at(-1)).toBe('250 more mistakes are not shown');
  });

  it('wants where people approve what approvals want, whatever APPROVALS says', () => {
    const asking = 'rules:\n  - tools: [mail_send_draft]\n    decision: approve\n    reason: Ask.';
    expect(read(asking, { APPROVALS: 'off' }).rules).toHaveLength(1);
    const passthrough = { TOKEN_MODE: 'passthrough', APPROVALS: 'off' };
    expect(mistakesOf(`${asking}\n    roles: [Writer]`, passthrough)).toEqual([
      expect.stringContaining('no token tells roles or groups'),
    ]);
  });
});
