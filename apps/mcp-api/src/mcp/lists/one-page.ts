import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';

const FOREIGN_CURSOR = 'This cursor is not of this server: the list has one page. Ask without a cursor.';

/** @throws ProtocolError where another page than the first and only one is asked for */
export function assertFirstPage(params: { readonly cursor?: string } | undefined): void {
  if (params?.cursor !== undefined) throw new ProtocolError(ProtocolErrorCode.InvalidParams, FOREIGN_CURSOR);
}
