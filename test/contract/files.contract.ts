import type { FilesHarness } from './files.harness.js';
import { filesReadingContract } from './files.reading.contract.js';
import { filesWritingContract } from './files.writing.contract.js';
import { keptOpen } from '../support/keep-open.js';

/** What every `FilesPort` does, whatever is behind it. */
export function filesContract(open: () => Promise<FilesHarness>): void {
  let harness: FilesHarness;
  const current = () => harness;
  const keep = keptOpen();
  beforeAll(async () => {
    harness = await keep(open());
  });

  describe('finding and reading', () => filesReadingContract(current));
  describe('writing, moving and sharing', () => filesWritingContract(current));
}
