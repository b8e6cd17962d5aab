import { ACCESS_RULES } from './refusals/access.rules.js';
import { EVENT_RULES } from './refusals/event.rules.js';
import { FILE_LIMIT_RULES } from './refusals/file-limit.rules.js';
import { FILE_POLICY_RULES } from './refusals/file-policy.rules.js';
import { FILE_RULES } from './refusals/file.rules.js';
import { GENERAL_RULES } from './refusals/general.rules.js';
import { MAILBOX_RULES } from './refusals/mailbox.rules.js';
import { ownWords } from './refusals/own-words.js';
import type { Refusal, RefusalRule } from './refusals/refusal-rule.js';
import { SEARCH_RULES } from './refusals/search.rules.js';

/** Every refusal Graph can give, as the domain says it; the first row that fits counts. */
export const REFUSALS: readonly RefusalRule[] = [
  ...ACCESS_RULES,
  ...MAILBOX_RULES,
  ...EVENT_RULES,
  ...SEARCH_RULES,
  ...FILE_POLICY_RULES,
  ...FILE_LIMIT_RULES,
  ...FILE_RULES,
  ...GENERAL_RULES,
];

export function refusalRule(refusal: Refusal): RefusalRule {
  const told = { ...refusal, message: ownWords(refusal.message) };
  const rule = REFUSALS.find(({ when }) => when(told));
  if (!rule) throw new Error('The last row fits every refusal.');
  return rule;
}
