import { readPolicy } from '@app/config';
import type { Declarations } from '@app/domain';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { explain } from './explain.js';
import { readFacts } from './fact-arguments.js';
import { policyReport } from './policy-table.js';
import { simulate } from './simulate.js';
import { UsageError } from './usage-error.js';

type Variables = Readonly<Record<string, string | undefined>>;

const HELP = `npm run policy                                     the policy of the environment, as a table
npm run policy -- explain --tool <name> [--facts external=true,recipientsOver=5] [--client <id>] [--role <role>]... [--group <id>]...
npm run policy -- simulate --audit <file.jsonl> [--policy <other.yaml>]`;

const OPTIONS = {
  tool: { type: 'string' },
  facts: { type: 'string' },
  client: { type: 'string' },
  role: { type: 'string', multiple: true },
  group: { type: 'string', multiple: true },
  audit: { type: 'string' },
  policy: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/**
 * What `npm run policy` prints.
 * @throws ConfigError naming every mistake in the policy, UsageError for wrong arguments
 */
export async function policyCommand(
  args: readonly string[],
  variables: Variables,
  declared: Declarations = {},
): Promise<string> {
  const { command, values } = parse(args);
  if (values.help) return `${HELP}\n`;
  if (command === undefined) return policyReport(variables, declared);
  const inForce = readPolicy(variables, declared);
  const policy = values.policy ? readPolicy({ ...variables, POLICY_FILE: values.policy }, declared) : inForce;
  if (command === 'simulate') return simulate(linesOf(needed('audit', values.audit)), policy, inForce, declared);
  if (command !== 'explain') throw new UsageError(`Unknown command.\n${HELP}`);
  const { client, role: roles = [], group: groups, facts = '' } = values;
  return explain(
    { tool: needed('tool', values.tool), facts: readFacts(facts), client, roles, groups },
    policy,
    declared,
  );
}

function parse(args: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (positionals.length > 1) throw new UsageError(HELP);
    return { command: positionals[0], values };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${error instanceof Error ? error.message : 'Wrong arguments.'}\n${HELP}`);
  }
}

function needed(option: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new UsageError(`--${option} is missing.\n${HELP}`);
  return value;
}

/** Line by line, however long the file is. @throws UsageError */
async function* linesOf(path: string): AsyncGenerator<string> {
  const input = createReadStream(path, 'utf8');
  try {
    yield* createInterface({ input, crlfDelay: Infinity });
  } catch (error) {
    throw new UsageError(`--audit: the file cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}
