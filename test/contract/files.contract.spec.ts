import { filesContract } from '@app/testing';
import { openFiles } from './in-memory.harnesses.js';
import { openGraphFiles } from './local-graph.harnesses.js';

describe('InMemoryFiles', () => filesContract(openFiles));
describe("GraphFiles against the local tenant's Graph", () => filesContract(openGraphFiles));
