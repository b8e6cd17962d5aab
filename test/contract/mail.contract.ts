import type { MailHarness } from './mail.harness.js';
import { mailDraftContract } from './mail.draft.contract.js';
import { mailSearchContract } from './mail.search.contract.js';

/** What every `MailPort` does, whatever is behind it. */
export function mailContract(open: () => Promise<MailHarness>): void {
  let harness: MailHarness;
  const current = () => harness;
  beforeAll(async () => {
    harness = await open();
  });
  afterAll(() => harness.close());

  describe('finding and reading', () => mailSearchContract(current));
  describe('drafts, sending and organizing', () => mailDraftContract(current));
}
