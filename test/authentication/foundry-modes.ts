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
    arrives: "an app-only token of the project's managed identity; also what an agent published to Teams sends",
    reason: 'app_only_token',
    because: 'every user of the project would act as the project',
    headers: async (tenant) => bearer(await tenant.token({ client: 'project-mi', appOnly: true })),
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
    arrives: "the signed-in person's token for this API, from the provider's OAuth client",
    actsAs: 'Ben Carter',
    because: 'the same, once the client is named in `ENTRA_ALLOWED_CLIENT_IDS`',
    headers: async (tenant) => bearer(await tenant.token({ user: 'ben', client: 'cli' })),
  },
  {
    mode: "The caller's own Entra token",
    authType: 'UserEntraToken',
    arrives: 'a token for this API of the person who calls Foundry',
    actsAs: 'Chitra Rao',
    because: 'a person signed in, to the application that calls Foundry',
    headers: async (tenant) => bearer(await tenant.token({ user: 'chitra', client: 'cli' })),
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
