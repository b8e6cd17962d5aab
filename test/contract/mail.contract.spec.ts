import { mailContract } from './mail.contract.js';
import { openInMemoryMail } from './mail.in-memory.harness.js';
import { openGraphMail } from './mail.local-graph.harness.js';

describe('InMemoryMail', () => mailContract(openInMemoryMail));
describe("GraphMail against the local tenant's Graph", () => mailContract(openGraphMail));
