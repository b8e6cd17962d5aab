import type { MailHarness } from './mail.harness.js';
import { mailDraftContract } from './mail.draft.contract.js';
import { mailSearchContract } from './mail.search.contract.js';
import { keptOpen } from '../support/keep-open.js';

/** What every `MailPort` does, whatever is behind it. */
export function mailContract(open: () => Promise<MailHarness>): void {
  let harness: MailHarness;
  const current = () => harness;
  const keep = keptOpen();
  beforeAll(async () => {
    harness = await keep(open());
  });

  describe('finding and reading', () => mailSearchContract(current));
  describe('drafts, sending and organizing', () => mailDraftContract(current));
}
