import { peopleContract } from './people.contract.js';
import { openGraphPeople, openInMemoryPeople } from './people.harnesses.js';

describe('InMemoryPeople', () => peopleContract(openInMemoryPeople));
describe("GraphPeople against the local tenant's Graph", () => peopleContract(openGraphPeople));
