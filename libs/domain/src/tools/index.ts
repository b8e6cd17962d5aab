import type { Tool } from '../tool.js';
import { createEvent } from './calendar/create-event.tool.js';
import { getEvent } from './calendar/get-event.tool.js';
import { listCalendars } from './calendar/list-calendars.tool.js';
import { listEvents } from './calendar/list-events.tool.js';
import { respond } from './calendar/respond.tool.js';
import { getMyContext } from './core/get-my-context.tool.js';

/** Every tool Behalf ships with, in the order an agent sees them. */
export const TOOLS: readonly Tool[] = [getMyContext, listCalendars, listEvents, getEvent, createEvent, respond];
