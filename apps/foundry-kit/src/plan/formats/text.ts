import type { ApiScope } from '../api-scopes.js';
import { frontCallbackUrl, frontIssuer } from '../deployment.js';
import type { Plan } from '../plan.js';

function consentTitle({ otherApis }: Plan): string {
  const where = otherApis.length > 0 ? 'Graph and your APIs' : 'Graph';
  return `2. Consent for Behalf at ${where} (an administrator, once)`;
}

const ADMINISTRATORS = '  (administrators only)';

/** The plan as steps a person can do in the portals, in order. */
export function toText(plan: Plan): string {
  const { deployment, connection, agentTool, scopes } = plan;
  const { properties } = connection;
  return section('1. App registration "Behalf" (the API)', [
    `Application ID URI     ${deployment.applicationIdUri}`,
    'Token version          2 (requestedAccessTokenVersion)',
    ...redirectUris(plan).map((uri) => `Redirect URI (Web)     ${uri}`),
    `Preauthorised client   ${deployment.foundryClientId}`,
    '',
    'Scopes to expose:',
    ...scopes.flatMap(described),
    '',
    'Delegated Microsoft Graph permissions:',
    ...plan.graphPermissions.map((name) => `  ${name}${whoConsents(plan, name)}`),
    ...plan.otherApis.flatMap(({ resource, scopes: names }) => [
      '',
      `Delegated permissions of ${resource}:`,
      ...names.map((name) => `  ${name}${whoConsents(plan, name)}`),
    ]),
  ])
    .concat(
      section(consentTitle(plan), [
        plan.adminConsentUrl,
        ...plan.otherApis.flatMap(({ resource, adminConsentUrl }) => ['', `And at ${resource}:`, adminConsentUrl]),
      ]),
      section('3. App registration "Behalf for Foundry" (the OAuth client)', [
        `Client id              ${deployment.foundryClientId}`,
        'Client secret          one; Foundry needs it',
        'API permissions        the scopes of step 1',
        'Redirect URI (Web)     the one that step 4 gives',
      ]),
      section(`4. Connection "${plan.connectionName}" (Foundry project, custom OAuth)`, [
        `Target                 ${properties.target}`,
        `Authorization URL      ${properties.authorizationUrl}`,
        `Token and refresh URL  ${properties.tokenUrl}`,
        'Scopes:',
        ...properties.scopes.map((scope) => `  ${scope}`),
      ]),
      section('5. MCP tool of the agent', [
        `Server label           ${agentTool.server_label}`,
        `Never asks             ${agentTool.require_approval.never.tool_names.join(', ')}`,
        `Always asks            ${agentTool.require_approval.always.tool_names.join(', ')}`,
      ]),
      frontSection(plan),
    )
    .join('\n');
}

/** What a client that Entra does not know signs in at, where the front is on. */
function frontSection({ deployment }: Plan): string[] {
  if (!deployment.hasFront) return [];
  return section('6. Authorization front (for clients that Entra does not know)', [
    `Issuer                 ${frontIssuer(deployment)}`,
    `Metadata               ${frontIssuer(deployment)}/.well-known/oauth-authorization-server`,
    `Entra returns to       ${frontCallbackUrl(deployment)} (step 1)`,
    'Clients                FRONT_CLIENTS and FRONT_CLIENT_HOSTS; plan --client <name> says what to write there',
  ]);
}

function section(title: string, lines: readonly string[]): string[] {
  return [title, '', ...lines.map((line) => (line === '' ? '' : `  ${line}`)), ''];
}

function described({ value, type, userConsentDisplayName }: ApiScope): string[] {
  return [`  ${value}${type === 'Admin' ? ADMINISTRATORS : ''}`, `    ${userConsentDisplayName}`];
}

function whoConsents({ scopes }: Plan, name: string): string {
  return scopes.some(({ value, type }) => value === name && type === 'Admin') ? ADMINISTRATORS : '';
}

function redirectUris({ api }: Plan): readonly string[] {
  return (api.web as { readonly redirectUris: readonly string[] }).redirectUris;
}
