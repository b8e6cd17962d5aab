import type { Primitive } from '../primitive/primitive.js';
import type { ToolAnnotations } from '../primitive/annotations.js';
import { isReading } from '../scopes/scopes.js';

/** A tool whose annotation forgot to say that it writes is told by its scopes. */
export function mayWrite({
  annotations,
  requiredScopes,
}: Pick<Primitive, 'requiredScopes'> & { readonly annotations?: ToolAnnotations }): boolean {
  return annotations?.readOnlyHint === false || !requiredScopes.every(isReading);
}
