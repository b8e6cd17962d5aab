import type { ToolCall } from '../mcp/mcp-client.js';
import { INTENTS, type MailboxTime, type Intent } from './intents.js';

/** A tool call of this message that is done. */
export interface DoneCall {
  readonly call: ToolCall;
  readonly text: string;
  readonly failed: boolean;
}

export type NextStep = { readonly call: ToolCall } | { readonly say: string };

const CONTEXT: ToolCall = { name: 'get_my_context', arguments: '{}' };

/** Stands where a language model would, and is none: says what comes after the calls that are done. */
export function nextStep(message: string, done: readonly DoneCall[]): NextStep {
  const failure = done.find(({ failed }) => failed);
  if (failure) return { say: waiting(failure) ?? failed(failure) };
  const named = namedCall(message);
  if (named) return done[0] ? answer(done[0]) : { call: named };
  const intent = INTENTS.find(({ pattern }) => pattern.test(message));
  return intent ? toStep(intent, message, done) : { say: PLANNER_HELP };
}

export const PLANNER_HELP = `I am a small deterministic planner, no language model. Name a tool and its arguments, as in
  calendar_list_events {"from": "2026-11-23", "to": "2026-11-23"}
or say one of: ${INTENTS.map(({ example }) => example).join('; ')}.`;

function toStep({ plan, pattern }: Intent, message: string, done: readonly DoneCall[]): NextStep {
  const [context, last] = done;
  if (!context) return { call: CONTEXT };
  if (last) return answer(last);
  try {
    return plan ? { call: plan(pattern.exec(message)?.groups ?? {}, timeOf(context)) } : answer(context);
  } catch (error) {
    if (error instanceof RangeError) return { say: 'There is no such date.' };
    throw error;
  }
}

function failed({ call, text }: DoneCall): string {
  return `${call.name} failed (I am a planner, no language model):\n${text}`;
}

/** As a model passes on a call that its person has to approve first. */
function waiting({ call, text }: DoneCall): string | undefined {
  const { code, message, url } = errorIn(text);
  if (code !== 'approval_required' || url === undefined) return undefined;
  return `${call.name} is not done yet. ${message ?? ''}\nOpen this page to decide: ${url}\nAsk me again afterwards.`;
}

function errorIn(text: string): { readonly code?: string; readonly message?: string; readonly url?: string } {
  const { error } = isJson(text) ? (JSON.parse(text) as { readonly error?: object }) : {};
  return error ?? {};
}

function answer({ call, text }: DoneCall): NextStep {
  return { say: `From ${call.name} (I am a planner, no language model):\n${text}` };
}

/** The mailbox's own time, as the text of get_my_context has it: Foundry shows models no structured content. */
function timeOf({ text }: DoneCall): MailboxTime {
  const today = /^now: "?(\d{4}-\d\d-\d\d)/m.exec(text)?.[1] ?? new Date().toISOString().slice(0, 10);
  return { today, timeZone: /^timeZone: "?([\w+/-]+)/m.exec(text)?.[1] ?? 'UTC' };
}

/** A message that names a tool and its JSON arguments. */
function namedCall(message: string): ToolCall | undefined {
  const [, name, json = '{}'] = /^\s*([a-z][a-z0-9_]*)\s*(\{.*\})?\s*$/s.exec(message) ?? [];
  return name?.includes('_') && isJson(json) ? { name, arguments: json } : undefined;
}

function isJson(text: string): boolean {
  try {
    return JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}
