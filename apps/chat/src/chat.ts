import { Conversation } from './conversation/conversation.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { AgentClient } from './foundry/agent-client.js';
import type { ChatOptions } from './options.js';
import { signIn } from './sign-in/sign-in.js';
import { jsonSurface } from './surfaces/json.surface.js';
import { type Terminal, terminalSurface } from './surfaces/terminal.surface.js';

/** Says what is on the command line, or asks for messages until there are no more. */
export async function chat(options: ChatOptions, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const surface = options.json ? jsonSurface(options.approve, terminal.write) : terminalSurface(terminal, options);
  const tell = (message: string) => (options.json ? jsonNote(terminal, message) : terminal.write(`${message}\n`));
  const token = signIn(options, tell);
  const conversation = new Conversation(new AgentClient(options.endpoint, options.agent, token), surface);
  if (options.message !== undefined) return conversation.say(options.message, signal);
  await token();
  let last: ExitCode = EXIT.answered;
  for (;;) {
    const message = await terminal.ask('\nyou> ').catch(() => undefined);
    if (message === undefined) return signal.aborted ? EXIT.interrupted : last;
    if (message.trim() !== '') last = await conversation.say(message, signal);
  }
}

function jsonNote(terminal: Terminal, message: string): void {
  terminal.write(`${JSON.stringify({ type: 'note', message })}\n`);
}
