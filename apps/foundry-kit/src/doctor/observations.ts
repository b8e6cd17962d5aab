import type { Claims } from './claims.js';
import type { Answer } from './http.js';

/** What the person who is stuck has at hand. */
export interface Target {
  readonly url: string;
  readonly token?: string;
  /** The connection as Foundry's management API gives it back, or as it is about to be sent. */
  readonly connection?: ConnectionProperties;
  /** A client that is to sign people in at the authorization front. */
  readonly clientId?: string;
  /** The MCP tool of the agent. */
  readonly agentTool?: AgentToolProperties;
  /** The server's own environment, for a look from the inside. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

export interface ConnectionProperties {
  readonly name?: string;
  readonly authType?: string;
  readonly target?: string;
  readonly credentials?: { readonly clientId?: string; readonly clientSecret?: string | null } | null;
  readonly authorizationUrl?: string;
  readonly tokenUrl?: string;
  readonly refreshUrl?: string;
  readonly redirectUrl?: string;
  readonly scopes?: unknown;
  readonly audience?: string;
}

export interface AgentToolProperties {
  readonly server_url?: string;
  readonly allowed_tools?: readonly string[];
  /** Of a version of a toolbox, in place of the above. */
  readonly tools?: readonly {
    readonly type: string;
    readonly allowed_tools?: readonly string[];
    readonly tool_configs?: Readonly<Record<string, { readonly pin?: boolean }>>;
  }[];
}

/** The document of RFC 9728, as far as it is looked at. */
export interface Metadata {
  readonly resource?: string;
  readonly authorization_servers?: readonly string[];
  readonly scopes_supported?: readonly string[];
}

/** The document of RFC 8414, as far as it is looked at. */
export interface ServerMetadata {
  readonly issuer?: string;
  readonly authorization_endpoint?: string;
  readonly token_endpoint?: string;
  readonly scopes_supported?: readonly string[];
  readonly code_challenge_methods_supported?: readonly string[];
  readonly protected_resources?: readonly string[];
}

/** The authorization front, and what it says to requests that can grant nothing. */
export interface FrontObservations {
  readonly issuer: string;
  readonly metadataUrl: string;
  readonly metadataAnswer: Answer;
  readonly metadata?: ServerMetadata;
  /** Without a client. */
  readonly authorize?: Answer;
  readonly token?: Answer;
  /** By client id, with a redirect URI that nobody has. */
  readonly clients: ReadonlyMap<string, Answer>;
  /** Where Entra returns people to, and what it says to a sign-in that wants to; without an answer where Entra is not known. */
  readonly callback: string;
  readonly callbackAnswer?: Answer;
}

export interface ListedTool {
  readonly name: string;
  readonly inputSchema?: unknown;
  readonly outputSchema?: unknown;
  readonly annotations?: { readonly readOnlyHint?: boolean };
}

/** Everything that was asked of the server, once; checks only read it. */
export interface Observations {
  readonly target: Target;
  /** `tools/list` without a token. */
  readonly anonymous: Answer;
  readonly metadataUrl?: string;
  readonly metadataAnswer?: Answer;
  readonly metadata?: Metadata;
  /** Where the server itself is the authorization server that its metadata names. */
  readonly front?: FrontObservations;
  /** The issuer at Entra, as far as it is known: behind the front only the environment or the connection tell it. */
  readonly entra?: string;
  /** OpenID configuration of Entra. */
  readonly discovery?: Answer;
  readonly ready: Answer;
  /** Where Entra would return people who approve, and what it says to a sign-in that wants to; absent without approvals. */
  readonly approvals?: { readonly callback: string; readonly answer: Answer };
  readonly claims?: Claims;
  /** `tools/list` with the token. */
  readonly listing?: Answer;
  readonly tools?: readonly ListedTool[];
  /** `get_my_context` with the token: the whole way to Graph. */
  readonly context?: Answer;
  /** Milliseconds since the epoch, here and as the server told it. */
  readonly now: number;
  readonly serverNow?: number;
}
