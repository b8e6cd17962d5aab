import { lowerCased, readText } from '../calendar/read-values.js';
import { badRequest } from '../errors.js';

/** The id or well-known name of the folder that something is moved or copied to. */
export function readDestination(body: unknown): string {
  const destination = readText(lowerCased(body ?? {})['destinationid'] ?? null);
  if (destination === '') throw badRequest('ErrorInvalidRequest', 'The DestinationId parameter is required.');
  return destination;
}
