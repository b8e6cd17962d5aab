import { scheduleContract } from './schedule.contract.js';
import { openGraphSchedule, openInMemorySchedule } from './schedule.harnesses.js';

describe('InMemorySchedule', () => scheduleContract(openInMemorySchedule));
describe("GraphSchedule against the local tenant's Graph", () => scheduleContract(openGraphSchedule));
