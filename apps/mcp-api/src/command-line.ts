import { SERVER_INFO } from './mcp/server-info.js';

const HELP = `behalf [--help] [--version]

Starts the MCP server with the built-in tools. It is set up by environment variables: docs/configuration.md.
Tools of a package of your own are added by a program that calls runBehalf: docs/extending.md.`;

/** What is written in place of a start, and the exit code of the process. */
export interface CommandAnswer {
  readonly text: string;
  readonly exitCode: 0 | 2;
}

/** The answer to the arguments of the command `behalf`; undefined where the server is to start. */
export function answerTo(args: readonly string[]): CommandAnswer | undefined {
  if (args.includes('--help') || args.includes('-h')) return { text: HELP, exitCode: 0 };
  if (args.includes('--version') || args.includes('-v')) return { text: SERVER_INFO.version, exitCode: 0 };
  const unknown = args.find((arg) => arg.startsWith('-'));
  return unknown === undefined
    ? undefined
    : { text: `Unknown option ${JSON.stringify(unknown)}.\n\n${HELP}`, exitCode: 2 };
}
