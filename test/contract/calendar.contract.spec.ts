import { calendarContract } from '@app/testing';
import { openCalendar } from './in-memory.harnesses.js';
import { openGraphCalendar } from './local-graph.harnesses.js';

describe('InMemoryCalendar', () => calendarContract(openCalendar));
describe("GraphCalendar against the local tenant's Graph", () => calendarContract(openGraphCalendar));
