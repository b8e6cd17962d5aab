import type { FilesHarness } from './files.harness.js';
import { filesReadingContract } from './files.reading.contract.js';
import { filesWritingContract } from './files.writing.contract.js';

/** What every `FilesPort` does, whatever is behind it. */
export function filesContract(open: () => Promise<FilesHarness>): void {
  let harness: FilesHarness;
  const current = () => harness;
  beforeAll(async () => {
    harness = await open();
  });
  afterAll(() => harness.close());

  describe('finding and reading', () => filesReadingContract(current));
  describe('writing, moving and sharing', () => filesWritingContract(current));
}
