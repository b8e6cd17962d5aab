import { ACCESS_RULES } from './errors/access.rules.js';
import { EVENT_RULES } from './errors/event.rules.js';
import { FILE_LIMIT_RULES } from './errors/file-limit.rules.js';
import { FILE_POLICY_RULES } from './errors/file-policy.rules.js';
import { FILE_RULES } from './errors/file.rules.js';
import { GENERAL_RULES } from './errors/general.rules.js';
import { MAILBOX_RULES } from './errors/mailbox.rules.js';
import { ownWords } from './errors/own-words.js';
import type { GraphErrorAnswer, GraphErrorRule } from './errors/graph-error-rule.js';
import { SEARCH_RULES } from './errors/search.rules.js';

/** Every refusal Graph can give, as the domain says it; the first row that fits counts. */
export const GRAPH_ERROR_RULES: readonly GraphErrorRule[] = [
  ...ACCESS_RULES,
  ...MAILBOX_RULES,
  ...EVENT_RULES,
  ...SEARCH_RULES,
  ...FILE_POLICY_RULES,
  ...FILE_LIMIT_RULES,
  ...FILE_RULES,
  ...GENERAL_RULES,
];

export function graphErrorRule(refusal: GraphErrorAnswer): GraphErrorRule {
  const told = { ...refusal, message: ownWords(refusal.message) };
  const rule = GRAPH_ERROR_RULES.find(({ when }) => when(told));
  if (!rule) throw new Error('The last row fits every refusal.');
  return rule;
}
