import { type Declarations, defaultToolsets, nearestName, type Policy, withBuiltIn } from '@app/domain';
import { ConfigError } from './config-error.js';
import { validateNames } from './near-miss.js';
import { type SetVariables, toSetVariables, type Variables } from './variables.js';
import { type PolicyFile, readPolicyFile } from './policy-file/index.js';
import { schemaErrors } from './validation.js';
import { policyEnvironment, type PolicyEnvironment } from './policy-variables.js';

/**
 * The policy alone, for commands that need nothing else of the configuration.
 * @throws ConfigError naming every mistake in the policy's variables
 */
export function readPolicy(variables: Variables, declared: Declarations = {}): Policy {
  const given = toSetVariables(variables);
  const result = policyEnvironment.safeParse(given);
  const file = readPolicyFile(given, declared);
  const mistakes = [
    ...validateNames(given),
    ...schemaErrors(result, given),
    ...validatePolicy(given, declared),
    ...file.mistakes,
  ];
  if (!result.success || mistakes.length > 0) throw new ConfigError(mistakes);
  return toPolicy(result.data, declared, file);
}

export function toPolicy(env: PolicyEnvironment, declared: Declarations, file: PolicyFile): Policy {
  const { toolsets } = withBuiltIn(declared);
  const { READ_ONLY, TOOLSETS: named, DENIED_TOOLS, TOOL_ROLES, RECIPIENT_DOMAINS, INTERNAL_DOMAINS } = env;
  const extraRoles = new Map<string, readonly string[]>();
  for (const { tool, roles } of TOOL_ROLES) extraRoles.set(tool, [...(extraRoles.get(tool) ?? []), ...roles]);
  return {
    readOnly: READ_ONLY,
    toolsets: named ? namesIn(toolsets).filter((name) => named.includes(name)) : defaultToolsets(toolsets),
    deniedTools: DENIED_TOOLS,
    extraRoles,
    recipientDomains: RECIPIENT_DOMAINS,
    internalDomains: INTERNAL_DOMAINS,
    approvals: env.APPROVALS,
    rules: file.rules,
    groupsClaim: file.groupsClaim,
    ...(env.MARK_AGENT_ITEMS && { marksItems: true }),
  };
}

/** What no schema can know: names that do not exist here, and roles that no token will carry. */
export function validatePolicy(given: SetVariables, declared: Declarations): readonly string[] {
  const { tools, prompts = [], resources = [], toolsets } = withBuiltIn(declared);
  const { TOOLSETS, DENIED_TOOLS, TOOL_ROLES } = policyEnvironment.shape;
  const toolNames = namesIn([...tools, ...prompts, ...resources]);
  const roleTools = TOOL_ROLES.safeParse(given.TOOL_ROLES).data?.map(({ tool }) => tool);
  return [
    ...unknownNames('TOOLSETS', 'toolset', namesIn(toolsets), TOOLSETS.safeParse(given.TOOLSETS).data),
    ...unknownNames('DENIED_TOOLS', 'tool', toolNames, DENIED_TOOLS.safeParse(given.DENIED_TOOLS).data),
    ...unknownNames('TOOL_ROLES', 'tool', toolNames, roleTools),
    ...(given.TOOL_ROLES && given.TOKEN_MODE === 'passthrough' ? [ROLES_IN_PASSTHROUGH] : []),
  ];
}

function namesIn(named: readonly { readonly name: string }[]): readonly string[] {
  return named.map(({ name }) => name);
}

const ROLES_IN_PASSTHROUGH =
  'TOOL_ROLES is wrong: with TOKEN_MODE=passthrough no token carries app roles of this API, use DENIED_TOOLS';

/** The wrong name itself is not repeated, as with every mistake: its place in the list tells which it is. */
function unknownNames(
  variable: string,
  kind: string,
  known: readonly string[],
  names: readonly string[] = [],
): string[] {
  return names.flatMap((name, index) => {
    if (known.includes(name)) return [];
    const nearest = nearestName(name, known);
    const instead = nearest ? `did you mean ${nearest}?` : `write one of ${known.join(', ')}`;
    return [`${variable} is wrong: name ${index + 1} is no ${kind} of this server, ${instead}`];
  });
}
