import type { HostileCase } from '../hostile-case.js';
import { disguises } from './disguises.js';
import { events } from './events.js';
import { files } from './files.js';
import { impossible } from './impossible.js';
import { mails } from './mails.js';
import { names } from './names.js';

/** All of them. */
export const CASES: readonly HostileCase[] = [...mails, ...names, ...events, ...files, ...disguises, ...impossible];
