import { openInMemoryProfile } from './profile.in-memory.harness.js';
import { profileContract } from './profile.contract.js';

describe('InMemoryProfile', () => profileContract(openInMemoryProfile));
