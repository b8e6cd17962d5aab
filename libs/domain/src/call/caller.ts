import type { BearerToken } from './token.js';

/** The signed-in person on whose behalf a request is served; made from a validated token and from nothing else. */
export interface Caller {
  /** Tenant GUID (`tid`). Together with `objectId` the only key for anything kept per person. */
  readonly tenantId: string;
  /** The person's object id in that tenant (`oid`). */
  readonly objectId: string;
  /** The OAuth client that obtained the token (`azp` in v2, `appid` in v1). */
  readonly clientId: string;
  /** Delegated scopes as short names, from `scp`. */
  readonly scopes: readonly string[];
  /** App roles assigned to the person, from `roles`. */
  readonly roles: readonly string[];
  /** Object ids of the person's groups in lower case, from `groups`; absent without that claim. `too_many`: Entra left them out. */
  readonly groups?: readonly string[] | 'too_many';
  /** What the client says it can handle (`xms_cc`): with `cp1`, claims challenges. Decides the form of an answer, never access. */
  readonly clientCapabilities: readonly string[];
  /** For people to read; never a key and never a reason to allow anything. */
  readonly displayName: string;
  readonly token: BearerToken;
  /** Seconds since the epoch (`exp`). */
  readonly expiresAt: number;
  /** What Entra calls this token (`uti`): no secret, and in the record of every call. */
  readonly tokenId?: string;
  /** `signature`: we verified the token ourselves. `graph`: Graph accepted it, which is all that passthrough can know. */
  readonly verifiedBy: 'signature' | 'graph';
}

/** The key of anything that is kept or counted for a person. */
export function personOf({ tenantId, objectId }: Pick<Caller, 'tenantId' | 'objectId'>): string {
  return `${tenantId}/${objectId}`;
}
