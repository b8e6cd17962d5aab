import { DomainError } from '@app/domain';

/**
 * A Graph path from its segments and query, each encoded: the Graph client encodes nothing itself.
 * @throws DomainError `invalid_arguments` when a segment is neither of the characters Graph makes ids of nor an address
 */
export function graphPath(segments: readonly string[], query: Readonly<Record<string, string>> = {}): string {
  const path = segments.map(encodeSegment).join('/');
  const search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return search.length > 0 ? `/${path}?${search.join('&')}` : `/${path}`;
}

// Ids of drives and shares have a "!". No dot, so that no segment is "." or "..", and nothing that ends a path.
const SEGMENT = /^[A-Za-z0-9_=+/!-]{1,1024}$/;
// The one name of a type that stands in a path.
const ROOMS = 'microsoft.graph.room';
// Of people; the dots of an address are never alone.
const ADDRESS = /^[A-Za-z0-9._'+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}$/;

function encodeSegment(segment: string): string {
  if (SEGMENT.test(segment) || segment === ROOMS || ADDRESS.test(segment)) return encodeURIComponent(segment);
  throw new DomainError('invalid_arguments', 'An id contains characters that no Graph id has.', {
    userAction: 'Use an id unchanged as another tool gave it.',
  });
}
