import { DomainError, type Ports, type Tool } from '@app/domain';
import { controlled } from './fakes/controlled.js';
import { runTool, type RunToolOptions } from './run-tool.js';
import { whatTextLacks } from './text-is-enough.js';
import { toolProblems, type ToolProblemsOptions } from './tool-problems.js';

/** What `checkTool` needs to run a tool. */
export interface CheckToolOptions extends ToolProblemsOptions {
  /**
   * Makes the ports, anew for each run, with what the call needs in them; they must be fakes, for a tool that writes is
   * really run.
   */
  readonly ports: () => Partial<Ports>;
  /** Arguments of calls that must succeed, without `dryRun`. Give several where results differ in form. */
  readonly examples: readonly object[];
  readonly caller?: RunToolOptions['caller'];
  readonly now?: () => Date;
}

/**
 * Everything wrong with a tool: what `toolProblems` finds in its declaration, and what shows when it runs. Each example must
 * succeed; its text must show everything that its data has; a dry run must leave out what the real call does; and one
 * that tells whom each call reaches must do so before it writes.
 * Empty for a good tool.
 */
export async function checkTool(tool: Tool, options: CheckToolOptions): Promise<readonly string[]> {
  const problems = [...toolProblems(tool, options)];
  if (options.examples.length === 0) problems.push('examples: give the arguments of a call that must succeed');
  for (const example of options.examples) {
    for (const problem of await exampleProblems(tool, options, example)) {
      problems.push(`${JSON.stringify(example)}: ${problem}`);
    }
  }
  return problems;
}

async function exampleProblems(tool: Tool, options: CheckToolOptions, example: object): Promise<readonly string[]> {
  const unasked = await unaskedProblems(tool, options, example);
  const real = await outcomeOf(tool, options, example);
  if (unasked.length > 0) return [...real.problems, ...unasked];
  if (!('dryRun' in tool.input.shape)) return real.problems;
  const tried = await outcomeOf(tool, options, { ...example, dryRun: true });
  const isSame = real.operations.every((operation) => tried.operations.includes(operation));
  return [
    ...real.problems,
    ...tried.problems.map((problem) => `dry run: ${problem}`),
    ...(isSame ? [`dry run: it calls all that the real call does (${real.operations.join(', ')})`] : []),
  ];
}

/** A tool that says that it asks at each call must stop where every write has to be approved. */
async function unaskedProblems(tool: Tool, options: CheckToolOptions, args: object): Promise<readonly string[]> {
  if (!tool.effects?.perCall) return [];
  const policy = { approvals: 'writes' } as const;
  try {
    await runTool(tool, { ...options, ports: options.ports(), arguments: args, policy });
    return ['effects.perCall: it goes on without an approval; it must call context.agree before it writes'];
  } catch (error) {
    return error instanceof DomainError && error.code === 'policy_denied' ? [] : [`with approvals: ${String(error)}`];
  }
}

interface Outcome {
  readonly problems: readonly string[];
  /** Which operations of the ports were called, as `calendar.getEvent`. */
  readonly operations: readonly string[];
}

async function outcomeOf(tool: Tool, options: CheckToolOptions, args: object): Promise<Outcome> {
  const { ports, callsOf } = underControl(options.ports());
  const problems = await problemsOfRun(tool, { ...options, ports, arguments: args });
  return { problems, operations: callsOf() };
}

async function problemsOfRun(tool: Tool, options: RunToolOptions): Promise<readonly string[]> {
  try {
    const { data, text } = await runTool(tool, options);
    const lacking = whatTextLacks({ content: [{ text }], structuredContent: asSent(data) });
    return lacking.map((path) => `its text does not show ${path}`);
  } catch (error) {
    return [`it ends with ${String(error)}`];
  }
}

/** Without what is undefined, as JSON leaves it out. */
function asSent(data: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
}

/** The ports with a record of which of their operations are called. */
function underControl(ports: Partial<Ports>) {
  const entries = Object.entries(ports as Readonly<Record<string, object>>).map(
    ([name, port]) => [name, controlled(port)] as const,
  );
  return {
    ports: Object.fromEntries(entries.map(([name, { port }]) => [name, port])) as Partial<Ports>,
    callsOf: () => entries.flatMap(([name, { control }]) => control.calls.map((call) => `${name}.${call.operation}`)),
  };
}
