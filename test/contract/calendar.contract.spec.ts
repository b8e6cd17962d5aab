import { calendarContract } from './calendar.contract.js';
import { openInMemoryCalendar } from './calendar.in-memory.harness.js';

describe('InMemoryCalendar', () => calendarContract(openInMemoryCalendar));
