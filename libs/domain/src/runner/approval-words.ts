import { isInputRequired } from '../client/input.js';
import type { Verdict } from '../policy/rules/verdict.js';
import type { ToolOutcome } from './execute.js';

/** The result of a dry run that says, where a rule of the operator's asks for it, that the call itself has to be approved. */
export function withApprovalWords(outcome: ToolOutcome, verdict: Verdict | undefined): ToolOutcome {
  if (isInputRequired(outcome) || verdict?.decision !== 'approve' || verdict.rule === undefined) return outcome;
  const reason = verdict.reason === undefined ? '' : ` The operator says: "${verdict.reason}"`;
  const approval = `Without dryRun, the person has to approve this on a page of this server first.${reason}`;
  return { ...outcome, data: { ...outcome.data, approval }, text: `${outcome.text}\n${approval}` };
}
