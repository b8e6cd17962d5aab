import type { Facts, ListedTool } from '../facts.js';
import { error, type Finding, warning } from '../finding.js';

const REFUSED_KEYWORDS = ['anyOf', 'oneOf', 'allOf', '$ref'];
/** Of an agent, over all its tools. */
const MOST_TOOLS = 128;
/** From here on users report that some tools are never selected. */
const MANY_TOOLS = 20;
const LONGEST_NAME = 40;

/** Whether Foundry takes the tools as they are listed. */
export function checkCatalog({ tools, patient }: Facts): readonly Finding[] {
  if (tools === undefined) return [];
  const names = tools.map(({ name }) => name);
  const unknown = (patient.agentTool?.allowed_tools ?? []).filter((name) => !names.includes(name));
  return [
    ...tools.filter(hasRefusedSchema).map(schemaRefused),
    ...names.filter((name) => !/^[A-Za-z0-9_-]+$/.test(name) || name.length > LONGEST_NAME).map(nameRefused),
    ...(tools.length === 0 ? [noTools()] : []),
    ...(tools.length > MOST_TOOLS ? [tooMany(tools.length)] : []),
    ...(tools.length > MANY_TOOLS && tools.length <= MOST_TOOLS ? [many(tools.length)] : []),
    ...(unknown.length > 0 ? [unknownAllowed(unknown)] : []),
  ];
}

function hasRefusedSchema({ inputSchema }: ListedTool): boolean {
  const found: boolean[] = [];
  JSON.stringify(inputSchema, (key, value: unknown) => {
    found.push(REFUSED_KEYWORDS.includes(key) || (key === 'type' && Array.isArray(value)));
    return value;
  });
  return found.includes(true);
}

function schemaRefused({ name }: ListedTool): Finding {
  return error(
    'schema_refused',
    `The input schema of ${name} is one that Foundry refuses.`,
    '"Invalid tool schema": anyOf, oneOf, allOf, $ref and arguments of several types are not taken, and all tools of the server are lost with it.',
    'Give each argument one type; make two tools or two optional arguments of a union.',
  );
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
