import type { HandlerResultTypeMap, RequestMethod, RequestTypeMap, ServerContext } from '@modelcontextprotocol/server';
import type { ServedRequest } from './served-request.js';

/** What a method is told of its message beside the params, as the SDK tells it. */
export type MessageContext = Pick<
  ServerContext['mcpReq'],
  '_meta' | 'envelope' | 'inputResponses' | 'requestState' | 'notify' | 'log'
>;

type Method<Name extends RequestMethod> = (
  params: RequestTypeMap[Name]['params'],
  context: MessageContext,
  served: ServedRequest,
) => HandlerResultTypeMap[Name] | Promise<HandlerResultTypeMap[Name]>;

/** How methods of MCP are answered, whoever reads the message. Each throws ProtocolError for what is a JSON-RPC error. */
export type MethodTable = { readonly [Name in RequestMethod]?: Method<Name> };

/** A method whose params were checked by whoever calls it. */
export type AnyMethod = (params: unknown, context: MessageContext, served: ServedRequest) => object | Promise<object>;

export function entriesOf(table: MethodTable): readonly (readonly [RequestMethod, AnyMethod])[] {
  return Object.entries(table) as unknown as [RequestMethod, AnyMethod][];
}
