import type { AgentToolProperties, Observations } from '../observations.js';
import { type Finding, warning } from '../finding.js';

const OF_TOOLBOX = /\/toolboxes\/[^/]+(?:\/versions\/[^/]+)?\/mcp(?:\?|$)/;
const MANY_TOOLS = 15;

/** What an agent has to know that reaches the server through a toolbox. */
export function checkToolbox({ target, tools = [] }: Observations): readonly Finding[] {
  const agentTool = target.agentTool ?? {};
  const [box] = agentTool.tools?.filter(({ type }) => type === 'mcp') ?? [];
  const isAgent = OF_TOOLBOX.test(agentTool.server_url ?? '');
  if (!isAgent && box === undefined) return [];
  const writes = tools.filter(({ annotations }) => annotations?.readOnlyHint === false).map(({ name }) => name);
  return [
    approvalsNotEnforced(),
    ...(isAgent && !agentTool.server_url?.includes('api-version=') ? [apiVersionMissing()] : []),
    ...(box ? ofVersion(agentTool, box, writes) : []),
    ...(isAgent ? plainNames(agentTool.allowed_tools ?? []) : []),
  ];
}

type Version = NonNullable<AgentToolProperties['tools']>[number];

function ofVersion({ tools = [] }: AgentToolProperties, box: Version, writes: readonly string[]): readonly Finding[] {
  const hasSearch = tools.some(({ type }) => type.startsWith('toolbox_search'));
  const hidden = writes.filter((name) => isHidden(box, name));
  const offered = box.allowed_tools?.length ?? 0;
  return [
    ...(hasSearch && hidden.length > 0 ? [writesNotPinned(hidden)] : []),
    ...(!hasSearch && offered > MANY_TOOLS ? [searchMissing(offered)] : []),
  ];
}

function isHidden({ tool_configs: configs = {}, allowed_tools: allowed }: Version, name: string): boolean {
  return (allowed?.includes(name) ?? true) && !(configs[name] ?? configs['*'])?.pin;
}

/** `{server_label}___{tool}` is how a toolbox calls tools. */
function plainNames(allowed: readonly string[]): readonly Finding[] {
  const plain = allowed.filter((name) => !name.includes('___') && !['tool_search', 'call_tool'].includes(name));
  return plain.length > 0 ? [namesWithoutLabel(plain)] : [];
}

function approvalsNotEnforced(): Finding {
  return warning(
    'toolbox_approvals',
    'The agent reaches the server through a toolbox.',
    'A toolbox says which calls need an approval (_meta.tool_configuration.require_approval) and asks for none: the application has to.',
    'See that the application asks the person, or set APPROVALS=external (or more) so that the server does.',
  );
}

function apiVersionMissing(): Finding {
  return warning(
    'toolbox_api_version',
    'The URL of the toolbox has no api-version.',
    'Foundry answers 400 without it.',
    'Write …/mcp?api-version=v1.',
  );
}

function writesNotPinned(names: readonly string[]): Finding {
  return warning(
    'toolbox_writes_not_pinned',
    `With tool search these writes are not pinned: ${names.join(', ')}.`,
    'They are called by call_tool, and an approval by the name of the tool is not asked for.',
    'Pin every write; npm run foundry -- plan --format toolbox does.',
  );
}

function searchMissing(count: number): Finding {
  return warning(
    'toolbox_search_missing',
    `The toolbox lists ${count} tools and has no search.`,
    'Above 10 to 15 tools models select worse.',
    'Add {"type":"toolbox_search"} and pin what is used most; npm run foundry -- plan --format toolbox does.',
  );
}

function namesWithoutLabel(names: readonly string[]): Finding {
  return warning(
    'toolbox_names',
    `Allowed tools have no server label: ${names.join(', ')}.`,
    'A toolbox renames tools to {server_label}___{tool}, so none of these is found.',
    'Write behalf___<tool>, or leave allowed_tools out.',
  );
}
