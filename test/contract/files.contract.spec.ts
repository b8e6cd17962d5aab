import { filesContract } from './files.contract.js';
import { openInMemoryFiles } from './files.in-memory.harness.js';

describe('InMemoryFiles', () => filesContract(openInMemoryFiles));
