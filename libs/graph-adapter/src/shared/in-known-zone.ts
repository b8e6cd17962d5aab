import { DomainError, toWindowsZone } from '@app/domain';
import { GraphError } from '../http/graph-error.js';

/**
 * Sends something in an IANA zone, and again by the zone's Windows name where Graph does not know the IANA one: its table
 * is older than some zones. What was refused was not done, so it may be sent again.
 * @throws DomainError `invalid_arguments` for a zone that Graph has no name for
 */
export async function inKnownZone<Zoned extends { readonly timeZone: string } | undefined, Answer>(
  zoned: Zoned,
  send: (zoned: Zoned) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await send(zoned);
  } catch (error) {
    if (zoned === undefined || !isAboutZone(error)) throw error;
    const windows = toWindowsZone(zoned.timeZone);
    if (windows === undefined || windows === zoned.timeZone) throw unknownToGraph(zoned.timeZone, error);
    return await send({ ...zoned, timeZone: windows });
  }
}

function isAboutZone(error: unknown): boolean {
  const cause = error instanceof DomainError ? error.cause : undefined;
  return cause instanceof GraphError && cause.status === 400 && cause.says(/time ?zone/i);
}

function unknownToGraph(timeZone: string, cause: unknown): DomainError {
  return new DomainError('invalid_arguments', `Microsoft 365 does not know the time zone ${timeZone}.`, {
    userAction:
      'Give timeZone as another zone with the same local time, for example the zone of the nearest large city.',
    cause,
  });
}
