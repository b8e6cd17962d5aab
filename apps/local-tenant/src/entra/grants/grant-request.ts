import type { Tenant } from '../../directory/tenants.js';
import type { TenantState } from '../../tenant-state.js';
import type { AuthenticatedClient } from '../clients/client-authentication.js';
import type { Form } from '../read-form.js';
import type { TokenResponse } from '../tokens/token-response.js';

/** A token request whose client is known. */
export interface GrantRequest {
  readonly state: TenantState;
  /** Absent under `organizations` and `common`. */
  readonly tenant?: Tenant;
  readonly form: Form;
  readonly authenticated: AuthenticatedClient;
  /** The `scope` parameter; of a v1 request what its `resource` means in v2. */
  readonly scope?: string;
  /** The `resource` parameter (RFC 8707) of a v2 request. */
  readonly resource?: string;
}

export type Grant = (request: GrantRequest) => TokenResponse;
