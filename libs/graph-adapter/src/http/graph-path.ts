import { DomainError, isAddress } from '@app/domain';

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
const SEGMENT = /^[A-Za-z0-9_=+/!-]{1,3000}$/;
// The one name of a type that stands in a path.
const ROOMS = 'microsoft.graph.room';
// Of the characters of an address, these change a path where a gateway decodes twice; its dots are never alone.
const CHANGES_PATH = /[/%]/;

function encodeSegment(segment: string): string {
  const isPerson = isAddress(segment) && !CHANGES_PATH.test(segment);
  if (SEGMENT.test(segment) || segment === ROOMS || isPerson) return encodeURIComponent(segment);
  throw new DomainError('invalid_arguments', 'An id contains a character that no Graph id has.', {
    userAction: 'Use an id exactly as another tool returned it.',
  });
}
