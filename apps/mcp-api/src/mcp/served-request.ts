import type { CallLimits, Caller } from '@app/domain';
import type { McpRequestContext } from '@modelcontextprotocol/server';
import type { IncomingHttpHeaders } from 'node:http';
import type { HttpError } from '../errors/http-answer.js';

/** What a request brings to the protocol: the person, and the limits of the call. Travels in the SDK's `authInfo.extra`. */
export interface RequestExtra extends Record<string, unknown> {
  readonly caller: Caller;
  readonly limits: CallLimits;
  /** Answers the HTTP request instead; absent where the request is more than one call. */
  readonly escalate?: (refusal: HttpError) => void;
  /** The answer may be a stream: the client reads those. */
  readonly streams: boolean;
}

/** A request, and the revision of MCP that it speaks. */
export interface ServedRequest extends RequestExtra {
  readonly revision: string;
  /** Speaks 2026-07-28 or a later one. */
  readonly isModern: boolean;
}

/** The revision in which clients repeat arguments in headers. */
export const MODERN = '2026-07-28';
/** What a request without the header speaks (MCP 2025-06-18, transports). */
const WITHOUT_HEADER = '2025-03-26';

export function servedRequest({ authInfo, era, requestInfo }: McpRequestContext): ServedRequest {
  const extra = authInfo?.extra as RequestExtra | undefined;
  if (!extra) throw new Error('The MCP endpoint was reached without a caller.');
  const revision = requestInfo?.headers.get('mcp-protocol-version') ?? WITHOUT_HEADER;
  return { ...extra, revision, isModern: era === 'modern' };
}

/** Of a request that the headers do not contradict. */
export function revisionOf(headers: IncomingHttpHeaders): Pick<ServedRequest, 'revision' | 'isModern'> {
  const revision = String(headers['mcp-protocol-version'] ?? WITHOUT_HEADER);
  return { revision, isModern: revision === MODERN };
}
