import type { AnswerMode } from '../../ports/mail.port.js';

/** One to three characters, none of them a digit, a colon and a space ([MS-OXCMSG] 2.2.1.9). */
const PREFIX = /^[^\d\s:]{1,3}: /;

/** The subject of an answer, as Exchange makes it: one prefix in place of the one it has. */
export function answerSubject(mode: AnswerMode, subject: string): string {
  return `${mode === 'forward' ? 'FW' : 'RE'}: ${subject.replace(PREFIX, '')}`;
}
