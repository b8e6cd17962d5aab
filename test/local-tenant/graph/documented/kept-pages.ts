import type { Kept } from './kept.js';
import { MAIL_ANSWERS } from './answers-of-mail.js';
import { MORE_FILE_PAGES } from './more-of-files.js';
import { EVENT_PAGES } from './pages-of-events.js';
import { MAIL_PAGES } from './pages-of-mail.js';
import { PEOPLE_PAGES } from './pages-of-people.js';
import { FILE_PAGES } from './pages-of-files.js';

/** Further examples of the reference's pages. */
export const PAGES: readonly Kept[] = [
  ...EVENT_PAGES,
  ...MAIL_PAGES,
  ...PEOPLE_PAGES,
  ...FILE_PAGES,
  ...MAIL_ANSWERS,
  ...MORE_FILE_PAGES,
];
