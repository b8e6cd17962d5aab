import { mayWrite } from '../policy/switched-off.js';
import type { Tool } from '../tool/tool.js';

/** Whom a call can reach at most; each includes those before it. */
export const REACHES = ['nobody', 'person', 'insiders', 'outsiders'] as const;
/** One of `REACHES`. */
export type Reach = (typeof REACHES)[number];

/** What a tool does to the world beside what it answers: the policy decides by it whether the person must approve. */
export interface Effects {
  /**
   * `nobody`: changes nothing. `person`: changes only what is the person's own. `insiders`, `outsiders`: people of the
   * organisation, or of others too, get something, are told of it, or find what they use changed.
   */
  readonly reaches: Reach;
  /** Takes something away, even where it can be restored. */
  readonly deletes?: true;
  /** Gives others access. */
  readonly shares?: true;
  /**
   * The tool tells of each call whom it reaches, by `context.agree`, before it writes. Without it each call counts as
   * reaching the widest circle that `reaches` names.
   */
  readonly perCall?: true;
}

const READS: Effects = { reaches: 'nobody' };
const UNKNOWN: Effects = { reaches: 'outsiders' };

/**
 * The effects of a tool. One that writes, by its annotations or by its scopes, and declares none counts as reaching
 * outsiders, and so does one that is said to write and to reach nobody.
 */
export function effectsOf(tool: Pick<Tool, 'effects' | 'annotations' | 'requiredScopes'>): Effects {
  const { effects, annotations } = tool;
  if (effects === undefined) return mayWrite(tool) ? UNKNOWN : READS;
  return effects.reaches === 'nobody' && !annotations.readOnlyHint ? UNKNOWN : effects;
}
