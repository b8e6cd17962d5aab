import { z } from 'zod';
import type { TenantState } from '../tenant-state.js';
import type { Application, Resource } from '../directory/applications.js';
import type { TenantUser } from '../directory/types.js';

/** A control request about something that does not exist; the message says what does. */
export class ControlError extends Error {}

export const mintBody = z.strictObject({
  user: z.string().optional(),
  scope: z.string().optional(),
  client: z.string().optional(),
  audience: z.string().optional(),
  appOnly: z.boolean().optional(),
  tenant: z.string().optional(),
  expiresIn: z.number().int().optional(),
  mfa: z.boolean().optional(),
  claimsSatisfied: z.boolean().optional(),
  capabilities: z.array(z.string()).optional(),
  roles: z.array(z.string()).optional(),
  groups: z.union([z.array(z.string()), z.literal('overage')]).optional(),
});

export const switchesBody = z.strictObject({
  accessTokenVersion: z.union([z.literal(1), z.literal(2)]).optional(),
  v1Audience: z.enum(['uri', 'id']).optional(),
  graphAudience: z.enum(['uri', 'id']).optional(),
  includeIdtyp: z.enum(['never', 'app', 'always']).optional(),
  includeAcct: z.boolean().optional(),
  omitSuberror: z.boolean().optional(),
  resourceParameter: z.enum(['matching', 'refused']).optional(),
});

export const faultBody = z.strictObject({
  service: z.enum(['entra', 'graph']),
  match: z
    .strictObject({
      method: z.string().optional(),
      path: z.string().optional(),
      userId: z.string().optional(),
      grant: z.string().optional(),
    })
    .default({}),
  kind: z.enum(['status', 'latency', 'cut', 'garbage', 'empty', 'aadsts']),
  status: z.number().int().min(200).max(599).optional(),
  retryAfter: z.number().min(0).optional(),
  body: z.unknown().optional(),
  ms: z.number().min(0).max(600_000).optional(),
  afterBytes: z.number().int().min(0).optional(),
  code: z.number().int().optional(),
  claims: z.string().optional(),
  times: z.number().int().min(1).optional(),
});

export const accountBody = z.strictObject({
  mfaRequired: z.union([z.boolean(), z.literal('enroll')]).optional(),
  blocked: z.boolean().optional(),
  requireClaims: z.union([z.boolean(), z.string()]).optional(),
  revokeTokens: z.boolean().optional(),
});

const drivePath = z.string().min(1);

/** What happens to somebody's drive; paths begin at its top folder. */
export const driveBody = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('file'),
    path: drivePath,
    bytes: z
      .number()
      .int()
      .min(0)
      .max(250 * 2 ** 30),
  }),
  z.strictObject({ action: z.literal('folder'), path: drivePath, count: z.number().int().min(0).max(50_000) }),
  z.strictObject({ action: z.literal('change'), path: drivePath, text: z.string().optional() }),
  z.strictObject({ action: z.literal('recycle'), path: drivePath }),
  z.strictObject({ action: z.literal('quota'), bytes: z.number().int().min(0) }),
]);

const person = z.strictObject({ name: z.string(), address: z.string() });

/** What comes to somebody from outside the organisation. */
export const mailboxBody = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('mail'),
    from: person,
    subject: z.string(),
    body: z.string(),
    replyTo: z.array(person).optional(),
    attachments: z.record(z.string(), z.string()).optional(),
  }),
  z.strictObject({
    action: z.literal('invitation'),
    organizer: person,
    subject: z.string(),
    body: z.string(),
    location: z.string().optional(),
    inHours: z.number().min(0).max(10_000).default(24),
  }),
]);

export const addUsersBody = z.strictObject({ count: z.number().int().min(1).max(10_000) });

export const clientBody = z.strictObject({
  disabled: z.boolean().optional(),
  secretExpired: z.boolean().optional(),
  oboForbidden: z.boolean().optional(),
  certificate: z.string().optional(),
});

export const consentBody = z.strictObject({
  /** `everyone` stands for the whole home tenant. */
  user: z.string(),
  app: z.string().default('behalf-api'),
  resource: z.string().default('graph'),
  scopes: z.array(z.string()).optional(),
  action: z.enum(['grant', 'withdraw', 'decline']),
});

export function userNamed({ directory }: TenantState, name: string): TenantUser {
  return directory.user(name) ?? missing('user', name, directory.users);
}

export function applicationNamed({ directory }: TenantState, name: string): Application {
  return directory.application(name) ?? missing('client', name, directory.applications);
}

export function resourceNamed({ directory }: TenantState, name: string): Resource {
  return directory.resource(name) ?? missing('resource', name, directory.resources);
}

function missing(what: string, name: string, known: readonly { readonly key: string }[]): never {
  throw new ControlError(`There is no ${what} "${name}". Known: ${known.map(({ key }) => key).join(', ')}.`);
}
