export { startLocalTenant, type LocalTenant, type LocalTenantOptions, type LocalTenantPorts } from './local-tenant.js';
export type { ApplicationKey } from './directory/applications.js';
export type { ApiSeed } from './directory/seed.js';
export type { BearerProblem, GraphTokenClaims, RequestLog, RequestLogEntry, TenantUser } from './directory/types.js';
export type { MintRequest } from './entra/mint.js';
