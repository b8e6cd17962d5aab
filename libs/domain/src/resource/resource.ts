import type { z } from 'zod';
import { type ContentAnnotations, MAX_CONTENT_BYTES, type ResourceContent, sizeOf } from '../client/content.js';
import type { InputRequired } from '../client/input.js';
import type { Completers } from '../prompt/completion.js';
import type { Primitive } from '../primitive/primitive.js';
import type { ReadContext } from '../prompt/read-context.js';

/** Up to 20, of 4 MiB together. Where `uri` is left out, it is the one that was asked for. */
export type ResourceAnswer = readonly (Omit<ResourceContent, 'uri'> & { readonly uri?: string })[];

interface AnyResource extends Primitive, ContentAnnotations {
  readonly mimeType?: string;
}

/** One declaration of a resource with an address of its own, which hosts read for the person. It changes nothing. */
export interface Resource extends AnyResource {
  readonly uri: string;
  /** In bytes, where it is always the same. */
  readonly size?: number;
  read(context: ReadContext): Promise<ResourceAnswer | InputRequired>;
}

/** The same for all resources whose addresses have one form. */
export interface ResourceTemplate<Variables extends z.ZodObject = z.ZodObject> extends AnyResource {
  /** With `{variables}` (RFC 6570, level 1), for example `leave://requests/{id}`. A variable holds no slash. */
  readonly uriTemplate: string;
  /**
   * A strict object of texts with each variable. Say what it may hold: it comes decoded, so `%2F` is a slash in it. An
   * address whose variables do not fit is not found.
   */
  readonly variables: Variables;
  /** Proposes values while the person writes a variable. */
  readonly complete?: Completers<Variables>;
  /** @throws DomainError `not_found` where there is nothing at this address */
  read(variables: z.output<Variables>, context: ReadContext): Promise<ResourceAnswer | InputRequired>;
}

/** Gives a declaration its types. */
export function defineResource(resource: Resource): Resource {
  return resource;
}

/** Gives a declaration its types. */
export function defineResourceTemplate<Variables extends z.ZodObject>(
  template: ResourceTemplate<Variables>,
): ResourceTemplate<Variables> {
  return template;
}

/** Whether it stands for many addresses. */
export function isTemplate(resource: Resource | ResourceTemplate): resource is ResourceTemplate {
  return 'uriTemplate' in resource;
}

const MAX_PARTS = 20;

/** @throws Error for contents that are more than a resource may be */
export function assertResourceFits({ name }: Primitive, contents: ResourceAnswer): void {
  const bytes = contents.reduce((sum, content) => sum + sizeOf({ ...content, type: 'resource', uri: '' }), 0);
  if (contents.length <= MAX_PARTS && bytes <= MAX_CONTENT_BYTES) return;
  throw new Error(`The resource ${name} has more than ${MAX_PARTS} parts or ${MAX_CONTENT_BYTES} bytes.`);
}
