import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';

/** Of a list of prompts or resources. Lists of tools have one page: hosts exist that read no other. */
const PAGE_SIZE = 100;

const FOREIGN_CURSOR = 'This cursor is not of this list, or the list has changed. Ask without a cursor.';

/**
 * A page of what a caller may see. A cursor says after which name it goes on, and it opens nothing.
 * @throws ProtocolError for a cursor that is not of this list
 */
export function pageOf<Item extends { readonly name: string }>(
  items: readonly Item[],
  cursor: string | undefined,
): { readonly items: Item[]; readonly nextCursor?: string } {
  const start = cursor === undefined ? 0 : startAfter(items, cursor);
  const page = items.slice(start, start + PAGE_SIZE);
  const last = page.at(-1);
  const hasMore = last !== undefined && start + page.length < items.length;
  return { items: page, ...(hasMore && { nextCursor: toCursor(last.name) }) };
}

function startAfter(items: readonly { readonly name: string }[], cursor: string): number {
  const index = items.findIndex(({ name }) => toCursor(name) === cursor);
  if (index < 0) throw new ProtocolError(ProtocolErrorCode.InvalidParams, FOREIGN_CURSOR);
  return index + 1;
}

function toCursor(name: string): string {
  return Buffer.from(name).toString('base64url');
}
