import { profileContract } from '@app/testing';
import { openProfile } from './in-memory.harnesses.js';
import { openGraphProfile } from './local-graph.harnesses.js';

describe('InMemoryProfile', () => profileContract(openProfile));
describe("GraphProfile against the local tenant's Graph", () => profileContract(openGraphProfile));
