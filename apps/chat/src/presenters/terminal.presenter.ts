import type { Page } from '../browser/page.js';
import type { PageOfApproval } from '../conversation/page-of-approval.js';
import type { Presenter } from '../conversation/presenter.js';
import type { ApprovalRequest, ToolCall } from '../foundry/items.js';
import type { Terminal } from '../terminal/terminal.js';
import { parsed } from './json.presenter.js';
import { printable, tablesOf } from './tables.js';

export interface TerminalOptions {
  readonly open: boolean;
  readonly approve: boolean;
}

/** Talks with the person at the terminal. */
export function terminalPresenter(
  terminal: Terminal,
  { open, approve }: TerminalOptions,
  page: (url: string) => Page,
): Presenter {
  return {
    text: (delta) => terminal.write(printable(delta)),
    toolCalled: (call) => terminal.write(calledText(call)),
    failed: (message) => terminal.write(`\nThe agent failed: ${printable(message)}\n`),
    done: () => terminal.write('\n'),
    consent: (request) => consent(terminal, page(request.consent_link), open),
    approve: (request) => (approve ? Promise.resolve(true) : approval(terminal, request)),
    decide: (request) => decision(terminal, request, page(request.url), open),
  };
}

function calledText({ name, arguments: args, output, error }: ToolCall): string {
  const heading = `\n[${name} ${printable(args)}]\n`;
  if (error) return `${heading}${printable(typeof error === 'string' ? error : JSON.stringify(error))}\n`;
  const result = parsed(output ?? '');
  return `${heading}${tablesOf(result) ?? printable(output ?? '')}\n`;
}

async function consent(terminal: Terminal, page: Page, open: boolean): Promise<boolean> {
  await show(terminal, 'The agent needs your consent. Open this link, sign in and agree:', page, open);
  const answer = await terminal.ask('Press Enter when you have agreed, or write n to leave it: ');
  if (answer === undefined) terminal.write('\nNobody said that you agreed. Open the link, and ask again.\n');
  return answer !== undefined && !isNo(answer);
}

async function decision(
  terminal: Terminal,
  { name, message, endsAt }: PageOfApproval,
  page: Page,
  open: boolean,
): Promise<boolean> {
  const until = endsAt === undefined ? '' : ` It can be used until ${printable(endsAt)}.`;
  const told = `${printable(name)} waits for you. ${printable(message)} Open this page, sign in and decide.${until}`;
  await show(terminal, told, page, open);
  const answer = await terminal.ask('Press Enter when you have decided, or write n to leave it: ');
  if (answer === undefined) terminal.write('\nNobody said that you decided. Open the page, and ask again.\n');
  return answer !== undefined && !isNo(answer);
}

async function show(terminal: Terminal, told: string, { text, best }: Page, open: boolean): Promise<void> {
  terminal.write(`\n${told}\n\n  ${printable(text)}\n\n`);
  if (open || isYes(await terminal.ask('Open it in the browser now? [y/N] ')))
    terminal.open(best).catch(() => terminal.write('\nNo browser could be opened here: open the link yourself.\n'));
}

async function approval(
  terminal: Terminal,
  { name, server_label, arguments: args }: ApprovalRequest,
): Promise<boolean | undefined> {
  terminal.write(`\n${server_label} wants to run ${name} with\n${indented(parsed(args))}\n`);
  const answer = await terminal.ask('Allow it? [y/N] ');
  if (answer === undefined) terminal.write('\nNobody is there to allow it: it was not run.\n');
  return answer === undefined ? undefined : isYes(answer);
}

function indented(value: unknown): string {
  return printable(JSON.stringify(value, null, 2).replace(/\n/g, '\u2028'))
    .replaceAll('\u2028', '\n  ')
    .replace(/^/, '  ');
}

function isYes(answer = ''): boolean {
  return /^y(es)?$/i.test(answer.trim());
}

function isNo(answer: string): boolean {
  return /^n(o)?$/i.test(answer.trim());
}
