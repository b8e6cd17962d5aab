import { openInMemoryProfile } from './profile.in-memory.harness.js';
import { profileContract } from './profile.contract.js';
import { openGraphProfile } from './profile.local-graph.harness.js';

describe('InMemoryProfile', () => profileContract(openInMemoryProfile));
describe("GraphProfile against the local tenant's Graph", () => profileContract(openGraphProfile));
