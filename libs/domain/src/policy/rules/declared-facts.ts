import { effectsOf } from '../effects-of.js';
import type { Declared } from '../../primitive/declared.js';
import { READING, type RuleFacts } from './asked.js';

/** What is known of every call of a tool, by its declaration. */
export function declaredFacts(primitive: Declared): RuleFacts {
  const { annotations, effects: declared } = primitive;
  if (annotations === undefined) return READING;
  const effects = effectsOf({ ...primitive, annotations });
  if (effects.reaches === 'nobody') return READING;
  // What tells nothing of itself, or tells it with each call, may do anything.
  if (effects !== declared || effects.perCall) return { writes: true };
  const { reaches, shares, deletes = false } = effects;
  const reached = reaches === 'person' ? ALONE : reaches === 'insiders' ? { external: false } : {};
  return { writes: true, deletes, ...reached, ...(!shares && { shareKind: 'none' }) };
}

const ALONE = { external: false, firstContact: false, recipients: 0, attendees: 0 };
