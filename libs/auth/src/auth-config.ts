import type { CredentialConfig } from './credential/credential-config.js';

/** Everything this library needs to know; a class, so that it is its own injection token. */
export abstract class AuthConfig {
  /** `obo`: the caller's token is for this API and is exchanged. `passthrough`: it is the caller's own Graph token. */
  abstract readonly tokenMode: 'obo' | 'passthrough';
  /** Origin of the identity provider, as `https://login.microsoftonline.com`. */
  abstract readonly entraOrigin: string;
  /** Origin of Graph; a passthrough token is sent there and nowhere else. */
  abstract readonly graphOrigin: string;
  /** What scopes of Graph are prefixed with when asked from Entra. Default: the Graph of the cloud `graphOrigin` is in. */
  abstract readonly graphResource?: string;
  /** Tenants whose people may call; the first is the home tenant. `*`: those of any organisation. */
  abstract readonly tenantIds: readonly string[];
  /** Whether people of other organisations who are guests of an allowed tenant may call. */
  abstract readonly guests: 'allow' | 'refuse';
  /** Warnings are stricter here. */
  abstract readonly production: boolean;
  /** This API's application (client) id. */
  abstract readonly clientId: string;
  /** Scopes are requested as `<applicationIdUri>/<scope>`. */
  abstract readonly applicationIdUri: string;
  /** Further accepted audiences. */
  abstract readonly audiences: readonly string[];
  /** OAuth clients that may call (`azp` in v2 tokens, `appid` in v1). */
  abstract readonly allowedClientIds: readonly string[];
  abstract readonly clockSkewSeconds: number;
  /** Public URL of the MCP endpoint, the `resource` of RFC 9728. */
  abstract readonly resource: string;
  /** Only used in `obo` mode. */
  abstract readonly credential: CredentialConfig;
  /** `named`: ask for the scopes a tool declares. `default`: ask for everything consented (`.default`). */
  abstract readonly oboScopes: 'named' | 'default';
  /** Where Entra sends the person after a consent page; must be a redirect URI of this API's app registration. Default: `/consented` beside `resource`. */
  abstract readonly consentRedirectUri?: string;
  /** Of one request to Entra or Graph. */
  abstract readonly requestTimeoutMs: number;
  /** Graph tokens, or answers of Graph about tokens, kept in memory at most. */
  abstract readonly tokenCacheSize: number;
  /** `http403`: a missing scope is an HTTP challenge. `tool_error`: the tool answers it. */
  abstract readonly denialMode: 'http403' | 'tool_error';
  /** What the first challenge and the metadata name. `enabled`: the broadest scopes of the enabled tools. `baseline`: `User.Read`. */
  abstract readonly challengeScopes: 'enabled' | 'baseline';
}
