import { scheduleContract } from '@app/testing';
import { openSchedule } from './in-memory.harnesses.js';
import { openGraphSchedule } from './local-graph.harnesses.js';

describe('InMemorySchedule', () => scheduleContract(openSchedule));
describe("GraphSchedule against the local tenant's Graph", () => scheduleContract(openGraphSchedule));
