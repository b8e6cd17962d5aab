import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, readPolicy } from '@app/config';
import { temporaryFolder } from '../support/temporary-folder.js';

const POLICY_FILE = join(temporaryFolder(), 'policy.yaml');
const DENY = 'decision: deny\n    reason: No.';

function refusalOf(content: string | Uint8Array): string {
  writeFileSync(POLICY_FILE, content);
  try {
    readPolicy({ POLICY_FILE });
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'taken';
}

/** Every one holds a name and nine of the one before it: written out, a thousand million names. */
const bomb = [
  'a: &a [x]',
  ...[...'bcdefghij'].map((name, at) => `${name}: &${name} [${`*${'abcdefghi'[at]}, `.repeat(9)}]`),
];

describe('YAML as others write it', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['a bomb of aliases', bomb.join('\n'), 'has an anchor (&)'],
    ['an alias of nothing', `rules: *all`, 'has an alias (*)'],
    ['an anchor for later', `rules:\n  - &one\n    ${DENY}`, 'has an anchor (&)'],
    ['a merge key', `rules:\n  - <<: { tools: [mail_search] }\n    ${DENY}`, 'merge keys (<<) are not supported'],
    ['a tag of another language', 'rules: !!js/function "x"', 'has a tag (!)'],
    ['a tag of the core schema', `rules:\n  - decision: !!str deny\n    reason: No.`, 'has a tag (!)'],
    ['tabs before text', `rules:\n\t- ${DENY}`, 'indent with spaces'],
    [
      'the country code no, of YAML 1.1',
      '%YAML 1.1\n---\nrules:\n  - roles: [no]\n    decision: allow',
      'has a %YAML directive',
    ],
    [
      'yes for true',
      `rules:\n  - facts: { external: yes }\n    ${DENY}`,
      'rules[0].facts.external (line 2): write true or false',
    ],
    ['"true" in quotes', `rules:\n  - facts: { external: "true" }\n    ${DENY}`, 'write true or false'],
    ['numbers with underscores', `rules:\n  - facts: { recipientsOver: 1_000 }\n    ${DENY}`, 'write a whole number'],
    ['infinity', `rules:\n  - facts: { recipientsOver: .inf }\n    ${DENY}`, 'write a whole number'],
    ['a key of two names', `rules:\n  - ? [tools, roles]\n    : [mail_search]\n    ${DENY}`, 'a key is not a text'],
    ['a key that is null', `rules:\n  - null: x\n    ${DENY}`, 'a key is not a text'],
    ['the key __proto__', `rules:\n  - __proto__: { decision: allow }\n    ${DENY}`, '"__proto__" is not a key here'],
    ['the key constructor', `rules:\n  - constructor: x\n    ${DENY}`, '"constructor" is not a key here'],
    ['several documents', `rules:\n  - decision: allow\n---\nrules: []`, 'several documents'],
    ['a mapping in a mapping', 'rules: decision: deny', 'line 1 is not YAML'],
    ['a quote that does not end', 'rules:\n  - reason: "never', 'is not YAML'],
    ['brackets without end', '['.repeat(60_000), 'line 1 is nested too deeply'],
    ['lists in lists in one line', '- '.repeat(30_000), 'line 1 is nested too deeply'],
    ['keys in keys in one line', '? '.repeat(30_000), 'line 1 is nested too deeply'],
    ['maps in maps', '{a: '.repeat(15_000), 'line 1 is nested too deeply'],
    [
      'maps below maps',
      Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      'nested too deeply',
    ],
    ['very many keys', Array.from({ length: 6_000 }, (_, at) => `k${at}: v`).join('\n'), 'more mistakes are not shown'],
    ['UTF-16', Buffer.from(`\ufeffrules:\n  - decision: allow`, 'utf16le'), 'it is not UTF-8 text'],
    ['Latin-1', Buffer.from('rules:\n  - decision: deny\n    reason: f\u00fcr alle', 'latin1'), 'it is not UTF-8 text'],
    ['zeros', 'rules:\u0000', 'it is not UTF-8 text'],
  ])('%s: a mistake that is named', (_, content, words) => {
    expect(refusalOf(content)).toContain(words);
  });

  it.each([
    ['no, without quotes, is the role "no"', `rules:\n  - roles: [no]\n    ${DENY}`],
    ['a comment at every line', `# a\nrules: # b\n  # c\n  - ${DENY} # d\n`],
    ['a document that is begun and ended', `---\nrules:\n  - decision: allow\n...\n`],
    ['everything in one line', '{ rules: [ { decision: deny, reason: "No." } ] }'],
    ['old lines of Windows', `rules:\r\n  - decision: deny\r\n    reason: No.\r\n`],
    ['words of every writing', 'rules:\n  - decision: deny\n    reason: "Отправка 送信 للخارج 🙂"'],
  ])('%s: taken', (_, content) => {
    expect(refusalOf(content)).toBe('taken');
  });
});

describe('policies as others write them', () => {
  it.each([
    [
      'AWS IAM',
      '{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Deny","Action":"*","Resource":"*"}]}',
      '"Statement" is not a key here, did you mean rules?',
    ],
    [
      'an effect',
      `rules:\n  - effect: Deny\n    tools: [mail_search]`,
      '"effect" is not a key here, did you mean decision?',
    ],
    ['an action', `rules:\n  - action: deny`, '"action" is not a key here, did you mean decision?'],
    ['capitals', `rules:\n  - decision: Deny\n    reason: No.`, 'rules[0].decision (line 2): did you mean deny?'],
    ['block', `rules:\n  - decision: block\n    reason: No.`, 'did you mean deny?'],
    [
      'require_approval, as Foundry says it',
      `rules:\n  - decision: require_approval\n    reason: Ask.`,
      'did you mean approve?',
    ],
    ['permit, as Cedar says it', `rules:\n  - decision: permit`, 'did you mean allow?'],
    [
      'conditions under when',
      `rules:\n  - when: { external: true }\n    ${DENY}`,
      '"when" is not a key here, did you mean facts?',
    ],
    ['people by name', `rules:\n  - users: [anna@fernglas.example]\n    ${DENY}`, 'a rule names no single people'],
    ['groups by name', `rules:\n  - groups: [Finance]\n    ${DENY}`, 'write the object id, a GUID, of the group'],
    ['a star for all tools', `rules:\n  - tools: ["*"]\n    ${DENY}`, 'a rule without the key is for all of them'],
    ['a pattern of tools', `rules:\n  - tools: [mail_*]\n    ${DENY}`, 'write whole names of tools'],
    ['priorities', `rules:\n  - priority: 10\n    ${DENY}`, 'the order of the rules decides'],
    [
      'a default for the rest',
      `default: deny\nrules:\n  - decision: allow`,
      'did you mean a last rule without conditions?',
    ],
    ['the fact outside', `rules:\n  - facts: { outside: true }\n    ${DENY}`, 'did you mean external?'],
    ['a message', `rules:\n  - decision: deny\n    message: No.`, 'did you mean reason?'],
  ])('%s: a mistake that says the word of this server', (_, content, words) => {
    expect(refusalOf(content)).toContain(words);
  });
});
