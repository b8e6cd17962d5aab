import { DomainError, type NoPlace } from '@app/domain';
import type { Ended, ProcessEnded } from './process/document-process.js';

const RETRY_AFTER_SECONDS = 5;
const OPEN_IT = 'Open the file in its own program.';

const WHY: Readonly<Record<Ended, string>> = {
  memory: 'The file takes too much memory to read.',
  crash: 'The file is damaged, or cannot be read here.',
  stopped: 'The file takes too long to read.',
};

export function unreadable(message: string, cause?: unknown): DomainError {
  return new DomainError('not_allowed', message, { userAction: OPEN_IT, cause });
}

/** Of a process that ended before it had read the document, or was ended after its time. */
export function ended(cause: ProcessEnded): DomainError {
  return unreadable(WHY[cause.why], cause);
}

export function busy({ whose }: NoPlace): DomainError {
  const message =
    whose === 'person' ? 'Too many documents of this person are being read.' : 'Too many documents are being read.';
  return new DomainError('temporarily_unavailable', message, {
    userAction: 'Try again in a few seconds.',
    retryAfter: RETRY_AFTER_SECONDS,
  });
}

export function cancelled(): DomainError {
  return new DomainError('cancelled', 'The call was cancelled.');
}
