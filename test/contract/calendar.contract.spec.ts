import { calendarContract } from './calendar.contract.js';
import { openInMemoryCalendar } from './calendar.in-memory.harness.js';
import { openGraphCalendar } from './calendar.local-graph.harness.js';

describe('InMemoryCalendar', () => calendarContract(openInMemoryCalendar));
describe("GraphCalendar against the local tenant's Graph", () => calendarContract(openGraphCalendar));
