import type { z } from 'zod';

/** What a client can be asked for on behalf of a tool. */
export type InputKind = InputRequest['kind'];

/**
 * One question to the client: a form for the person (a flat object of texts, numbers, booleans and choices; never for
 * secrets), a page for the person to open, a completion by the client's model, or the folders that the client works in.
 */
export type InputRequest =
  | { readonly kind: 'form'; readonly message: string; readonly schema: z.ZodObject }
  | { readonly kind: 'url'; readonly message: string; readonly url: string }
  | { readonly kind: 'sampling'; readonly prompt: string; readonly maxTokens: number; readonly system?: string }
  | { readonly kind: 'roots' };

/** Questions to the client in place of an answer: the client asks, and calls again with what it got and the state. */
export interface InputRequired {
  readonly inputRequests: Readonly<Record<string, InputRequest>>;
  /** JSON that comes back with the next call, sealed: for this person, this call and half an hour. Readable by the client. */
  readonly state?: unknown;
}

/** What a tool returns to ask the client, under names of its own; the answers are in `context.input` of the next call. */
export function inputRequired(inputRequests: InputRequired['inputRequests'], state?: unknown): InputRequired {
  return { inputRequests, state };
}

/** Whether a tool asks for input instead of answering. */
export function isInputRequired(answer: object): answer is InputRequired {
  return 'inputRequests' in answer;
}

/** The person's answer to a form. */
export type FormAnswer<Content> =
  { readonly action: 'accept'; readonly content: Content } | { readonly action: 'decline' | 'cancel' };

/**
 * What the client answered to the questions of the call before. The client is the caller's, and so are its answers: a
 * person may never have seen the question. What does not fit is undefined, as what was not asked yet: ask again.
 */
export class ToolInput {
  readonly #responses: Readonly<Record<string, unknown>>;
  readonly #state: unknown;
  readonly #kinds: readonly InputKind[];

  constructor({ responses = {}, state, kinds = [] }: InputOfClient = {}) {
    this.#responses = responses;
    this.#state = state;
    this.#kinds = kinds;
  }

  /** Whether this client can be asked for it. One that cannot gets an error in place of the question. */
  supports(kind: InputKind): boolean {
    return this.#kinds.includes(kind);
  }

  /** What the person filled into a form, read by the schema that was asked with. */
  form<Schema extends z.ZodObject>(name: string, schema: Schema): FormAnswer<z.output<Schema>> | undefined {
    const { action, content } = this.#response(name);
    if (action === 'decline' || action === 'cancel') return { action };
    const read = action === 'accept' ? schema.safeParse(content) : undefined;
    return read?.success ? { action: 'accept', content: read.data } : undefined;
  }

  /** Whether the person agreed to open the page; what they did there, the client does not know. */
  opened(name: string): FormAnswer<unknown>['action'] | undefined {
    const { action } = this.#response(name);
    return action === 'accept' || action === 'decline' || action === 'cancel' ? action : undefined;
  }

  /** What the client's model wrote: text of somebody else. */
  sampled(name: string): string | undefined {
    const { content } = this.#response(name);
    const texts = [content]
      .flat()
      .flatMap((part) => (isObject(part) && typeof part['text'] === 'string' ? [part['text']] : []));
    return texts.length === 0 ? undefined : texts.join('\n');
  }

  /** The folders, as `file://` addresses. */
  roots(name: string): readonly { readonly uri: string; readonly name?: string }[] | undefined {
    const { roots } = this.#response(name);
    if (!Array.isArray(roots)) return undefined;
    return roots.flatMap((root: unknown) => {
      if (!isObject(root) || typeof root['uri'] !== 'string') return [];
      return [{ uri: root['uri'], name: typeof root['name'] === 'string' ? root['name'] : undefined }];
    });
  }

  /** What the call before kept for this one; it is proven to be of this server, for this person and this call. */
  state<State>(schema: z.ZodType<State>): State | undefined {
    return schema.safeParse(this.#state).data;
  }

  #response(name: string): Readonly<Record<string, unknown>> {
    const response = Object.hasOwn(this.#responses, name) ? this.#responses[name] : undefined;
    return isObject(response) ? response : {};
  }
}

/** What a client brings to a call that asked it before. */
export interface InputOfClient {
  readonly responses?: Readonly<Record<string, unknown>>;
  /** Verified. */
  readonly state?: unknown;
  /** What it can be asked for. */
  readonly kinds?: readonly InputKind[];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
