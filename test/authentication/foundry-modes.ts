import type { LocalTenant } from '../support/tenant.js';

/** One of the ways in which Foundry lets a connection authenticate, and what becomes of it here. */
export interface FoundryMode {
  /** As the portal names it. */
  readonly mode: string;
  /** `authType` of the connection in ARM. */
  readonly authType: string;
  /** What reaches the server. */
  readonly arrives: string;
  /** The reason of the refusal; absent: accepted. */
  readonly reason?: string;
  /** Who the accepted call is made as. */
  readonly actsAs?: string;
  /** Why, in a few words. */
  readonly because: string;
  /** The headers that Foundry sends, with credentials of a local tenant. */
  headers(tenant: LocalTenant): Promise<Readonly<Record<string, string>>>;
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** Every way that Foundry offers; `docs/security.md` shows this list, and each row is tried. */
export const FOUNDRY_MODES: readonly FoundryMode[] = [
  {
    mode: 'Key-based, as a header of its own',
    authType: 'CustomKeys',
    arrives: 'a static key in a header such as `x-api-key`',
    reason: 'key_not_accepted',
    because: 'a key names no person',
    headers: async () => ({ 'x-api-key': 'a-static-key' }),
  },
  {
    mode: 'Key-based, as Authorization',
    authType: 'CustomKeys',
    arrives: 'a static key as `Authorization: Bearer`',
    reason: 'token_malformed',
    because: 'a key names no person',
    headers: async () => bearer('a-static-key'),
  },
  {
    mode: 'Microsoft Entra, agent identity',
    authType: 'AgenticIdentityToken',
    arrives: "an app-only token of the agent's identity",
    reason: 'app_only_token',
    because: 'every user of the agent would act as the agent',
    headers: async (tenant) => bearer(await tenant.token({ client: 'agent', appOnly: true })),
  },
  {
    mode: 'Microsoft Entra, project managed identity',
    authType: 'ProjectManagedIdentity',
    arrives: "an app-only token of the project's managed identity; some agents that are published send it too",
    reason: 'app_only_token',
    because: 'every user of the project would act as the project',
    headers: async (tenant) => bearer(await tenant.token({ client: 'project-mi', appOnly: true })),
  },
  {
    mode: "The agent's own user account",
    authType: 'AgenticUser',
    arrives: "a token with `scp` of an account that is the agent's own (`xms_sub_fct` has 13)",
    reason: 'app_only_token',
    because: 'the account is nobody’s: every user of the agent would act as it',
    headers: async (tenant) => bearer(await tenant.token({ user: 'ben', client: 'agent', agentUser: true })),
  },
  {
    mode: 'The agent, impersonating its user account',
    authType: 'AgentUserImpersonation',
    arrives: 'the same, through a client that may call',
    reason: 'app_only_token',
    because: 'a client that the operator named does not make a person of it',
    headers: async (tenant) => bearer(await tenant.token({ user: 'ben', client: 'foundry', agentUser: true })),
  },
  {
    mode: "The developer's connection",
    authType: 'DeveloperConnection',
    arrives: 'what the developer stored, the same for everybody (no source tells in which form)',
    reason: 'token_malformed',
    because: 'it names the developer, if anybody, and not who asks',
    headers: async () => bearer('what-the-developer-stored'),
  },
  {
    mode: 'The caller’s token beside the project’s: nobody signed in',
    authType: 'UserTokenAndProjectManagedIdentity',
    arrives: "an app-only token of the project's managed identity",
    reason: 'app_only_token',
    because: 'the project is nobody',
    headers: async (tenant) => bearer(await tenant.token({ client: 'project-mi', appOnly: true })),
  },
  {
    mode: 'The caller’s token beside the project’s: somebody signed in',
    authType: 'UserTokenAndProjectManagedIdentity',
    arrives: 'a token for this API of the person who calls Foundry',
    actsAs: 'Anna Berg',
    because: 'a person signed in; no source tells which of the two tokens is sent, so look at the audit log',
    headers: async (tenant) => bearer(await tenant.token({ user: 'anna', client: 'agent' })),
  },
  {
    mode: 'Unauthenticated',
    authType: 'None',
    arrives: 'nothing',
    reason: 'token_missing',
    because: 'nobody signed in',
    headers: async () => ({}),
  },
  {
    mode: 'OAuth identity passthrough, custom OAuth',
    authType: 'OAuth2',
    arrives: "the signed-in person's token for this API, from your own OAuth client",
    actsAs: 'Anna Berg',
    because: 'a person signed in through a client that the operator named',
    headers: async (tenant) => bearer(await tenant.token({ user: 'anna', client: 'foundry' })),
  },
  {
    mode: 'OAuth identity passthrough, managed OAuth',
    authType: 'OAuth2',
    arrives:
      "the signed-in person's token from Microsoft's OAuth client, which exists for services of its catalog only: for this API you cannot choose it",
    actsAs: 'Ben Carter',
    because: 'the same, were its client named in `ENTRA_ALLOWED_CLIENT_IDS`; use custom OAuth',
    headers: async (tenant) => bearer(await tenant.token({ user: 'ben', client: 'cli' })),
  },
  {
    mode: "The caller's own Entra token",
    authType: 'UserEntraToken',
    arrives:
      "a token for this API of the person who calls Foundry; its client is the agent's identity or Foundry itself",
    actsAs: 'Chitra Rao',
    because:
      'a person signed in; that client has to be named in `ENTRA_ALLOWED_CLIENT_IDS`, not the one you registered',
    headers: async (tenant) => bearer(await tenant.token({ user: 'chitra', client: 'agent' })),
  },
  {
    mode: "OAuth identity passthrough with Graph's scopes",
    authType: 'OAuth2',
    arrives: "the person's Graph token",
    reason: 'wrong_audience',
    because: 'it is for Graph; accepted only with `TOKEN_MODE=passthrough`',
    headers: async (tenant) => bearer(await tenant.token({ user: 'anna', audience: 'graph' })),
  },
];
