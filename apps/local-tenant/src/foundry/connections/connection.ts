import { z } from 'zod';

const common = { category: z.literal('RemoteTool').default('RemoteTool'), target: z.url() };
const identity = { ...common, audience: z.string() };

/** A project connection's `properties`, in ARM's shape (Microsoft.CognitiveServices/accounts/projects/connections). */
export const connectionProperties = z.discriminatedUnion('authType', [
  z.object({ authType: z.literal('None'), ...common }),
  z.object({
    authType: z.literal('CustomKeys'),
    ...common,
    credentials: z.object({ keys: z.record(z.string(), z.string()) }),
  }),
  z.object({ authType: z.literal('AgenticIdentityToken'), ...identity }),
  z.object({ authType: z.literal('ProjectManagedIdentity'), ...identity }),
  z.object({ authType: z.literal('UserEntraToken'), ...identity }),
  z.object({
    authType: z.literal('OAuth2'),
    ...common,
    credentials: z.object({ clientId: z.string(), clientSecret: z.string().optional() }),
    authorizationUrl: z.url(),
    tokenUrl: z.url(),
    /** Without one tokens are not refreshed. */
    refreshUrl: z.url().optional(),
    scopes: z.array(z.string()),
  }),
]);

export const connectionName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{2,23}$/, 'use 3 to 24 of a-z, 0-9 and -, a letter or digit first');

export type ConnectionProperties = z.output<typeof connectionProperties>;
export type OAuth2Properties = Extract<ConnectionProperties, { authType: 'OAuth2' }>;

export interface Connection {
  readonly project: string;
  readonly name: string;
  readonly properties: ConnectionProperties;
  /** 32 hex digits, of the redirect URL. */
  readonly redirectId: string;
}

export type OAuth2Connection = Connection & { readonly properties: OAuth2Properties };

export function isOAuth2(connection: Connection): connection is OAuth2Connection {
  return connection.properties.authType === 'OAuth2';
}
