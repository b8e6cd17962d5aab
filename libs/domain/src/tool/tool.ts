import type { z } from 'zod';
import type { Caller } from '../call/caller.js';
import type { UnavailableTools } from '../policy/decision.js';
import type { Policy } from '../policy/policy.js';
import type { Paging } from '../paging/paging.js';
import type { Primitive } from '../primitive/primitive.js';
import type { ClientContext } from '../client/client-channel.js';
import type { ContentPart } from '../client/content.js';
import type { InputRequired } from '../client/input.js';
import type { TrustLabel } from '../trust/label.js';
import type { ToolAnnotations } from '../primitive/annotations.js';
import type { CallEffect, Effects } from '../primitive/effects.js';
import type { Ports } from '../ports/ports.js';
import type { Undo } from './undo.js';
import type { UserContext } from '../call/user-context.js';

export type { ToolAnnotations } from '../primitive/annotations.js';

/** What a tool is given beside its arguments. Nothing here outlives the request. */
export interface ToolContext extends Ports, ClientContext {
  readonly caller: Caller;
  /** The caller's token for this tool's scopes, and the limits of the request: at Graph, or else at the API of its first scope. */
  readonly user: UserContext;
  /** The same at another API: `resource` is the App ID URI of one whose scopes the tool declares. @throws Error for any other */
  readonly userAt: (resource: string) => UserContext;
  /** What else the caller may use here. */
  readonly catalog: UnavailableTools;
  readonly paging: Paging;
  readonly policy: Policy;
  /**
   * To be called by every tool that reaches others, deletes or shares: with what this call is about to do, after
   * everything is read and before anything is written, on a dry run too. It returns where the call may go on.
   * @throws DomainError `policy_denied`, and what the runner answers as `approval_required`
   */
  readonly agree: (effect: CallEffect) => Promise<void>;
  readonly now: () => Date;
}

/** What a tool found or did. The text of the result is made from `data`, so everything a next step needs stands in it. */
export interface ToolAnswer<Data> {
  readonly data: Data;
  /**
   * Sentences of our own above the data: how much there is, what was done. Words of other people go into them by
   * `quoteLine` only.
   */
  readonly summary?: string;
  /**
   * Every text in it was written by the signed-in person or by this server, or was given with the call. Default: false;
   * the result is then labelled as written by others.
   */
  readonly isTrusted?: boolean;
  /** How what was done is taken back, or why it cannot be: said by every tool that wrote, not by a dry run. */
  readonly undo?: Undo;
  /** Pictures, sounds, resources and links, for hosts that show them: up to 20, of 4 MiB together. */
  readonly content?: readonly ContentPart[];
}

/** An answer as it leaves: `data` becomes `structuredContent`, `text` says the same to clients that show only text. */
export interface ToolResult<Data> {
  readonly data: Data;
  readonly text: string;
  readonly content: readonly ContentPart[];
  readonly label: TrustLabel;
}

/** A text on the page of approval, whoever wrote it. */
export interface ReviewText {
  readonly title: string;
  readonly text: string;
}

type ObjectSchema = z.ZodObject;

/** One declaration: the only source of a tool's MCP schema, its authorization, its OBO scopes and its documentation. */
export interface Tool<
  Input extends ObjectSchema = ObjectSchema,
  Output extends ObjectSchema = ObjectSchema,
> extends Primitive {
  /** `noun_verb_object` in snake_case; public API. */
  readonly name: string;
  /** Names that it had before: calls by them are still served, but they are not listed. */
  readonly formerNames?: readonly string[];
  readonly input: Input;
  readonly output: Output;
  /** Old names of arguments and their present ones: still taken, for one version, but not shown. */
  readonly aliases?: Readonly<Record<string, keyof Input['shape'] & string>>;
  readonly annotations: ToolAnnotations;
  /** What it does beside what it answers. Without them a tool that writes counts as reaching outsiders. */
  readonly effects?: Effects;
  /** Long texts that the person reads before they approve a call, beside what its dry run tells. Changes nothing. */
  review?(input: z.output<Input>, context: ToolContext): Promise<readonly ReviewText[]>;
  /** It writes into the client's log by `context.log`, which is a capability that the server declares. */
  readonly logs?: true;
  execute(input: z.output<Input>, context: ToolContext): Promise<ToolAnswer<z.input<Output>> | InputRequired>;
}

/** Gives a declaration its types; the input must be a strict object so that unknown arguments are refused. */
export function defineTool<Input extends ObjectSchema, Output extends ObjectSchema>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> {
  return tool;
}
