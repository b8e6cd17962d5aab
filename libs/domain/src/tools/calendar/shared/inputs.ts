import { z } from 'zod';
import { graphId } from '../../shared/inputs.js';

/** Where a page of events ended, as its cursor keeps it. */
export const eventPosition = z.strictObject({ start: z.iso.datetime(), id: graphId });

export const eventIdInput = graphId.describe('Id from calendar_list_events');

export const calendarIdInput = graphId
  .describe('Id from calendar_list_calendars. Default: the default calendar')
  .optional();

export const limitInput = z.int().min(1).max(50).describe('Events per page').default(25);

export const subjectInput = z.string().min(1).max(255).describe('Title');

export const locationInput = z.string().max(255).describe('Where the event takes place');

/** What the people who are told of a change read with it; an empty one says nothing. */
export const commentInput = z.string().min(1).max(2_000);

export const bodyInput = z.string().max(20_000).describe('Plain text');

export const showAsInput = z
  .enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere'])
  .describe('How others see the time');

export const reminderInput = z.int().min(0).max(40_320).describe('Minutes before the start');
