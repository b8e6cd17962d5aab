import {
  type Caller,
  DomainError,
  ERROR_CATALOG,
  labelOfError,
  type ErrorDetails,
  type ToolResult,
  wellFormed,
} from '@app/domain';
import type { CallToolResult } from '@modelcontextprotocol/server';
import { toContentBlocks } from './content-blocks.js';

/** What the model reads when a call fails: stable `code`, what happened, and what to do about it. */
export interface ToolErrorBody extends Pick<ErrorDetails, 'url' | 'endsAt' | 'scopes' | 'retryAfter'> {
  readonly code: string;
  readonly message: string;
  readonly userAction: string;
}

/** As a client of this revision of MCP reads it. */
export function toCallResult(result: ToolResult<Record<string, unknown>>, revision: string): CallToolResult {
  const { data, text, content, label } = result;
  const blocks = [{ type: 'text' as const, text }, ...toContentBlocks(content, revision)];
  return { _meta: { ifc: label }, content: blocks, structuredContent: data };
}

/**
 * A failed call as a tool result with `isError`, in text only: agents hosts relay text, and v1 clients check any
 * structured content against the tool's output schema.
 */
export function toErrorResult(error: DomainError, caller: Caller): CallToolResult {
  return {
    _meta: { ifc: labelOfError(caller, error) },
    content: [{ type: 'text', text: JSON.stringify(wellFormed({ error: toErrorBody(error) })) }],
    isError: true,
  };
}

/** A failure we did not foresee; its own message may hold anything, so it stays in the log. */
export function unforeseen(cause: unknown, traceId: string): DomainError {
  return new DomainError('internal_error', `${ERROR_CATALOG.internal_error.message} Trace id: ${traceId}.`, { cause });
}

/** As JSON has it. */
export function toErrorBody({ code, message, details }: DomainError): ToolErrorBody {
  const { userAction, url, endsAt, scopes, retryAfter } = details;
  return { code, message, userAction, url, endsAt, scopes, retryAfter };
}
