/** What a toolbox says when one of its servers cannot be used: text, with its reasons as JSON behind it. */
export class ToolboxError extends Error {
  constructor(
    /** -32006: somebody has to consent; -32007: the server failed. */
    readonly code: -32006 | -32007,
    name: string,
    error: { readonly code: string; readonly message: string },
  ) {
    const reasons = JSON.stringify({ errors: [{ name, type: 'mcp', error }] });
    super(`The tools of ${name} cannot be used: ${reasons}`);
  }
}
