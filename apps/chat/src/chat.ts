import { pageOf } from './browser/page.js';
import { Conversation } from './conversation/conversation.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { AgentClient } from './foundry/agent-client.js';
import type { ChatOptions } from './options.js';
import { signIn } from './sign-in/sign-in.js';
import { jsonPresenter } from './presenters/json.presenter.js';
import { terminalPresenter } from './presenters/terminal.presenter.js';
import { InputEnded, type Terminal } from './terminal/terminal.js';

/** Says what is on the command line, or asks for messages until there are no more. An abort rejects with its reason. */
export async function chat(options: ChatOptions, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const { json, approve, localPages } = options;
  const page = (url: string) => pageOf(url, localPages);
  const presenter = json ? jsonPresenter(approve, terminal.write) : terminalPresenter(terminal, options, page);
  const tell = (message: string) => terminal.write(json ? noteOf(message) : `${message}\n`);
  const token = signIn(options, { tell, page, open: (url) => terminal.open(url) });
  const conversation = new Conversation(new AgentClient(options, token), presenter);
  if (options.message !== undefined) return conversation.say(options.message, signal);
  await token(signal);
  return talk(conversation, () => terminal.ask(json ? '' : '\nyou> '), signal);
}

async function talk(
  conversation: Conversation,
  ask: () => Promise<string | undefined>,
  signal: AbortSignal,
): Promise<ExitCode> {
  let last: ExitCode = EXIT.answered;
  for (;;) {
    const message = await ask().catch(() => undefined);
    if (message === undefined) return signal.aborted && !hasEnded(signal) ? EXIT.interrupted : last;
    if (message.trim() === '') continue;
    try {
      last = await conversation.say(message, signal);
    } catch (error) {
      if (hasEnded(signal)) return last;
      throw error;
    }
  }
}

function hasEnded({ reason }: AbortSignal): boolean {
  return reason instanceof InputEnded;
}

function noteOf(message: string): string {
  return `${JSON.stringify({ type: 'note', message })}\n`;
}
