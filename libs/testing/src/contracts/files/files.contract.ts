import type { FilesHarness } from './files.harness.js';
import { filesReadingContract } from './reading.contract.js';
import { filesWritingContract } from './writing.contract.js';
import { type Open, openedForSuite } from '../suite.js';

/** What every `FilesPort` does, whatever is behind it. */
export function filesContract(open: Open<FilesHarness>): void {
  const current = openedForSuite(open);

  describe('finding and reading', () => filesReadingContract(current));
  describe('writing, moving and sharing', () => filesWritingContract(current));
}
