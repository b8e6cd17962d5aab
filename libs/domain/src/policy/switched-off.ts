import { isReading } from './scopes.js';
import type { Primitive } from '../primitive/primitive.js';
import type { ToolAnnotations } from '../tool/annotations.js';
import type { Policy } from './policy.js';

/** Why the policy has a tool, a prompt or a resource off, whoever calls. */
export const SWITCHED_OFF = ['toolset_off', 'tool_denied', 'read_only'] as const;
/** What the operator switched off, so that a call is not possible. */
export type SwitchedOff = (typeof SWITCHED_OFF)[number];

/** Of tools only: prompts and resources change nothing. */
type Annotated = Primitive & { readonly annotations?: ToolAnnotations };

/** `undefined` for what is on. */
export function switchedOff(primitive: Annotated, policy: Policy): SwitchedOff | undefined {
  if (!policy.toolsets.includes(primitive.toolset)) return 'toolset_off';
  if (policy.deniedTools.includes(primitive.name)) return 'tool_denied';
  return policy.readOnly && mayWrite(primitive) ? 'read_only' : undefined;
}

/** A tool whose annotation forgot to say that it writes is told by its scopes. */
export function mayWrite({ annotations, requiredScopes }: Pick<Annotated, 'annotations' | 'requiredScopes'>): boolean {
  return annotations?.readOnlyHint === false || !requiredScopes.every(isReading);
}
