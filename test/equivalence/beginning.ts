import { ORDINARY_DAY } from '../support/clock.js';

/** When both worlds begin, in milliseconds; questions are about the time around it. */
export const BEGINNING_MS = Date.parse(ORDINARY_DAY);

/** Its date, in UTC. */
export const FIRST_DAY = ORDINARY_DAY.slice(0, 10);
