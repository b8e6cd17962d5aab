import { type JsonSchema, schemaProblems } from '@app/domain';
import type { Observations, ListedTool } from '../observations.js';
import { error, type Finding, warning } from '../finding.js';

/** Reasons that are named for one tool. */
const MOST_SHOWN = 5;
/** Of an agent, over all its tools. */
const MOST_TOOLS = 128;
/** From here on users report that some tools are never selected. */
const MANY_TOOLS = 20;
const LONGEST_NAME = 40;

/** Whether Foundry takes the tools as they are listed. */
export function checkCatalog({ tools, target }: Observations): readonly Finding[] {
  if (tools === undefined) return [];
  const names = tools.map(({ name }) => name);
  const isThroughToolbox = target.agentTool?.server_url?.includes('/toolboxes/') ?? false;
  const allowed = isThroughToolbox ? [] : (target.agentTool?.allowed_tools ?? []);
  const unknown = allowed.filter((name) => !names.includes(name));
  return [
    ...tools.flatMap(schemasRefused),
    ...names.filter((name) => !/^[A-Za-z0-9_-]+$/.test(name) || name.length > LONGEST_NAME).map(nameRefused),
    ...(tools.length === 0 ? [noTools()] : []),
    ...(tools.length > MOST_TOOLS ? [tooMany(tools.length)] : []),
    ...(tools.length > MANY_TOOLS && tools.length <= MOST_TOOLS ? [many(tools.length)] : []),
    ...(unknown.length > 0 ? [unknownAllowed(unknown)] : []),
  ];
}

function schemasRefused({ name, inputSchema, outputSchema }: ListedTool): readonly Finding[] {
  const problems = [
    ...schemaProblems(objectOf(inputSchema), 'input').map((problem) => `arguments ${problem}`),
    ...(outputSchema === undefined
      ? []
      : schemaProblems(objectOf(outputSchema), 'output').map((one) => `result ${one}`)),
  ];
  if (problems.length === 0) return [];
  const shown = problems.slice(0, MOST_SHOWN).join('; ');
  return [
    error(
      'schema_refused',
      `The schema of ${name} is one that hosts refuse: ${shown}${problems.length > MOST_SHOWN ? '; and more' : ''}.`,
      '"Invalid tool schema" or "Invalid JSON schema": Foundry, OpenAI, Gemini or Bedrock does not take it, and all tools of the server are lost with it.',
      'Give each argument one type, a description and small limits, and patterns without lookaround or \\p; check the rest when the tool runs.',
    ),
  ];
}

function objectOf(schema: unknown): JsonSchema {
  return typeof schema === 'object' && schema !== null ? (schema as JsonSchema) : {};
}

function nameRefused(name: string): Finding {
  return error(
    'name_refused',
    `Tool name "${name}" may be refused.`,
    `Names are letters, digits, _ and -, and Foundry puts the server label in front; ${LONGEST_NAME} characters leave room.`,
    'Rename the tool.',
  );
}

function noTools(): Finding {
  return error(
    'no_tools',
    'The server lists no tool for this token.',
    'The token has no scope that a tool needs (CATALOG_VISIBILITY=granted hides such tools), or the policy switches all off.',
    'Ask for more scopes in the connection and consent again; npm run policy shows what is on.',
  );
}

function tooMany(count: number): Finding {
  return error(
    'too_many_tools',
    `${count} tools are listed.`,
    `An agent takes ${MOST_TOOLS} at most.`,
    'Name fewer in allowed_tools.',
  );
}

function many(count: number): Finding {
  return warning(
    'many_tools',
    `${count} tools are listed.`,
    'With more than about 20 tools models are reported to leave some unused.',
    'Switch toolsets off that the agent does not need (TOOLSETS), or name fewer in allowed_tools.',
  );
}

function unknownAllowed(names: readonly string[]): Finding {
  return error(
    'allowed_tool_unknown',
    `allowed_tools names what the server does not list: ${names.join(', ')}.`,
    'Names are case-sensitive, a toolbox writes them as label___tool, and tools whose scope is missing are not listed.',
    'Take the names from npm run foundry -- plan.',
  );
}
