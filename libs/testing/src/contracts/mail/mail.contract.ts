import type { MailHarness } from './mail.harness.js';
import { mailDraftContract } from './draft.contract.js';
import { mailSearchContract } from './search.contract.js';
import { type Open, openedForSuite } from '../suite.js';

/** What every `MailPort` does, whatever is behind it. */
export function mailContract(open: Open<MailHarness>): void {
  const current = openedForSuite(open);

  describe('finding and reading', () => mailSearchContract(current));
  describe('drafts, sending and organizing', () => mailDraftContract(current));
}
