import { z } from 'zod';

const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  order: z.enum(['asc', 'desc']).default('desc'),
  after: z.string().optional(),
  before: z.string().optional(),
});

interface Identified {
  readonly id: string;
}

/**
 * One page of a list, in the form of OpenAI's lists.
 *
 * @param oldestFirst all of them
 * @param query `limit`, `order`, `after` and `before` (ids) of the request
 */
export function pageOf<Item extends Identified>(oldestFirst: readonly Item[], query: unknown) {
  const { limit, order, after, before } = pageQuery.parse(query);
  const ordered = order === 'asc' ? oldestFirst : oldestFirst.toReversed();
  const start = after === undefined ? 0 : ordered.findIndex(({ id }) => id === after) + 1;
  const end = before === undefined ? -1 : ordered.findIndex(({ id }) => id === before);
  const rest = ordered.slice(start, end === -1 ? undefined : end);
  const data = rest.slice(0, limit);
  const [first_id, last_id] = [data[0]?.id ?? null, data.at(-1)?.id ?? null];
  return { object: 'list', data, first_id, last_id, has_more: rest.length > limit };
}
