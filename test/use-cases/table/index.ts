import type { UseCase } from '../use-case.js';
import { calendarChanging } from './calendar-changing.js';
import { calendarMaking } from './calendar-making.js';
import { calendarMeeting } from './calendar-meeting.js';
import { calendarReading } from './calendar-reading.js';
import { files } from './files.js';
import { mailReading } from './mail-reading.js';
import { mailWriting } from './mail-writing.js';
import { refused } from './refused.js';

/** Every use case, by what it is about. */
export const USE_CASES: Readonly<Record<string, readonly UseCase[]>> = {
  'Asking about the calendar': calendarReading,
  'Finding a time': calendarMeeting,
  'Making events': calendarMaking,
  'Changing and answering': calendarChanging,
  'Asking about mail': mailReading,
  'Writing and tidying mail': mailWriting,
  'Files and folders': files,
  'What is refused': refused,
};
