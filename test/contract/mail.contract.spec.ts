import { mailContract } from '@app/testing';
import { openMail } from './in-memory.harnesses.js';
import { openGraphMail } from './local-graph.harnesses.js';

describe('InMemoryMail', () => mailContract(openMail));
describe("GraphMail against the local tenant's Graph", () => mailContract(openGraphMail));
