import { APPROVALS } from '@app/domain';
import { z } from 'zod';
import { flag, list } from './schema-types.js';

/** A list that says nothing is a mistake and not "no restriction". */
const names = list.pipe(z.array(z.string()).min(1, { error: 'name at least one, or leave it empty' }));

const domain = z
  .string()
  .toLowerCase()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, { error: 'write mail domains without @, as in fernglas.example' });

const rule = z
  .string()
  .regex(/^\s*[^:\s]+\s*:\s*[^\s,]+(\s*,\s*[^\s,]+)*\s*$/, {
    error: 'write <tool>:<app role>, and several separated by ";", as in calendar_create_event:Calendar.Writer',
  })
  .transform(toToolRoles);

const toolRoles = z
  .string()
  .transform((value) => value.split(';').filter((item) => item.trim() !== ''))
  .pipe(z.array(rule).min(1, { error: 'name at least one, or leave it empty' }));

/** The environment variables of the policy: their form and their default. Which names exist, the catalog knows. */
export const policyVariables = {
  POLICY_FILE: z.string().min(1).optional(),
  READ_ONLY: flag.default(false),
  TOOLSETS: names.optional(),
  DENIED_TOOLS: names.default([]),
  TOOL_ROLES: toolRoles.default([]),
  RECIPIENT_DOMAINS: names.pipe(z.array(domain)).default([]),
  INTERNAL_DOMAINS: names.pipe(z.array(domain)).default([]),
  APPROVALS: z.enum(APPROVALS).default('external'),
  MARK_AGENT_ITEMS: flag.default(false),
};

export const policyEnvironment = z.object(policyVariables);

export type PolicyEnvironment = z.output<typeof policyEnvironment>;

/** Only the first colon separates: an app role may have one itself. */
function toToolRoles(text: string): { readonly tool: string; readonly roles: readonly string[] } {
  const colon = text.indexOf(':');
  const roles = text.slice(colon + 1).split(',');
  return { tool: text.slice(0, colon).trim(), roles: roles.map((role) => role.trim()) };
}
