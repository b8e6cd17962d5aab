import { peopleContract } from '@app/testing';
import { openPeople } from './in-memory.harnesses.js';
import { openGraphPeople } from './local-graph.harnesses.js';

describe('InMemoryPeople', () => peopleContract(openPeople));
describe("GraphPeople against the local tenant's Graph", () => peopleContract(openGraphPeople));
