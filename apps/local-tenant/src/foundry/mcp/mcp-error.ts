import { STATUS_CODES } from 'node:http';

/** An MCP server that failed, in the words that Foundry's .NET client has for it. */
export class McpError extends Error {
  constructor(
    message: string,
    /** Of an answer that was no 2xx. */
    readonly status?: number,
  ) {
    super(message);
  }

  static ofStatus(status: number): McpError {
    const reason = (STATUS_CODES[status] ?? 'Unknown').replace(/[^A-Za-z]/g, '');
    return new McpError(`Response status code does not indicate success: ${status} (${reason}).`, status);
  }
}
