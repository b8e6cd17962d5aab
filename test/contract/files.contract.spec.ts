import { filesContract } from './files.contract.js';
import { openInMemoryFiles } from './files.in-memory.harness.js';
import { openGraphFiles } from './files.local-graph.harness.js';

describe('InMemoryFiles', () => filesContract(openInMemoryFiles));
describe("GraphFiles against the local tenant's Graph", () => filesContract(openGraphFiles));
