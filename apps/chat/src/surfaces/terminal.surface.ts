import type { Surface } from '../conversation/surface.js';
import type { ApprovalRequest, ConsentRequest, ToolCall } from '../foundry/items.js';
import { parsed } from './json.surface.js';
import { printable, tablesOf } from './tables.js';

export interface Terminal {
  write(text: string): void;
  ask(question: string): Promise<string>;
  open(url: string): Promise<void>;
}

export interface TerminalOptions {
  readonly open: boolean;
  readonly approve: boolean;
}

/** Talks with the person at the terminal. */
export function terminalSurface(terminal: Terminal, { open, approve }: TerminalOptions): Surface {
  return {
    text: (delta) => terminal.write(printable(delta)),
    toolCalled: (call) => terminal.write(calledText(call)),
    failed: (message) => terminal.write(`\nThe agent failed: ${printable(message)}\n`),
    done: () => terminal.write('\n'),
    consent: (request) => consent(terminal, request, open),
    approve: (request) => (approve ? Promise.resolve(true) : approval(terminal, request)),
  };
}

function calledText({ name, arguments: args, output, error }: ToolCall): string {
  const heading = `\n[${name} ${printable(args)}]\n`;
  if (error) return `${heading}${printable(typeof error === 'string' ? error : JSON.stringify(error))}\n`;
  const result = parsed(output ?? '');
  return `${heading}${tablesOf(result) ?? printable(output ?? '')}\n`;
}

async function consent(terminal: Terminal, request: ConsentRequest, open: boolean): Promise<boolean> {
  terminal.write(
    `\nThe agent needs your consent. Open this link, sign in and agree:\n\n  ${printable(request.consent_link)}\n\n`,
  );
  if (open) await terminal.open(request.consent_link);
  else if (isYes(await terminal.ask('Open it in the browser now? [y/N] '))) await terminal.open(request.consent_link);
  return !isNo(await terminal.ask('Press Enter when you have agreed, or write n to leave it: '));
}

async function approval(
  terminal: Terminal,
  { name, server_label, arguments: args }: ApprovalRequest,
): Promise<boolean> {
  terminal.write(`\n${server_label} wants to run ${name} with\n${indented(parsed(args))}\n`);
  return isYes(await terminal.ask('Allow it? [y/N] '));
}

function indented(value: unknown): string {
  return printable(JSON.stringify(value, null, 2).replace(/\n/g, '\u2028'))
    .replaceAll('\u2028', '\n  ')
    .replace(/^/, '  ');
}

function isYes(answer: string): boolean {
  return /^y(es)?$/i.test(answer.trim());
}

function isNo(answer: string): boolean {
  return /^n(o)?$/i.test(answer.trim());
}
