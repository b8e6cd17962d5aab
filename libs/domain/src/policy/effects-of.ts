import type { Declared } from '../primitive/declared.js';
import { mayWrite } from './may-write.js';
import type { ToolAnnotations } from '../primitive/annotations.js';
import type { Effects } from '../primitive/effects.js';

const READS: Effects = { reaches: 'nobody' };
const UNKNOWN: Effects = { reaches: 'outsiders' };

/**
 * The effects of a tool. One that writes, by its annotations or by its scopes, and declares none counts as reaching
 * outsiders, and so does one that is said to write and to reach nobody.
 */
export function effectsOf(
  tool: Pick<Declared, 'effects' | 'requiredScopes'> & { readonly annotations: ToolAnnotations },
): Effects {
  const { effects, annotations } = tool;
  if (effects === undefined) return mayWrite(tool) ? UNKNOWN : READS;
  return effects.reaches === 'nobody' && !annotations.readOnlyHint ? UNKNOWN : effects;
}
