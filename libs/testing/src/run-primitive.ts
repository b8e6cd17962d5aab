import {
  DomainError,
  isInputRequired,
  type Ports,
  PrimitiveRunner,
  type Prompt,
  type PromptAnswer,
  type Resource,
  type ResourceContent,
  type ResourceTemplate,
} from '@app/domain';
import { someLimits } from './callers.js';
import { type Recorded, withClient } from './recording-client.js';
import { AnyToken, callerOf, catalogOf, type RunOptions } from './run-options.js';

/**
 * Gets one prompt as the server does.
 * @throws DomainError as the server would answer it
 */
export async function runPrompt(
  prompt: Prompt,
  { arguments: args = {}, ...options }: RunOptions & { readonly arguments?: unknown },
): Promise<PromptAnswer & Recorded> {
  const catalog = catalogOf(prompt, { prompts: [prompt] }, options);
  const runner = new PrimitiveRunner(catalog, new AnyToken(), options.ports as Ports, options.now);
  const caller = callerOf(prompt, catalog, options);
  return withClient(options.answers, (client) =>
    runner.getPrompt(prompt, args, { caller, client, limits: someLimits() }),
  );
}

/**
 * Reads what stands at an address as the server does, by one resource or template.
 * @throws DomainError as the server would answer it, `not_found` for an address of another form
 */
export async function runResource(
  resource: Resource | ResourceTemplate,
  { uri, ...options }: RunOptions & { readonly uri: string },
): Promise<{ readonly contents: readonly ResourceContent[] } & Recorded> {
  const catalog = catalogOf(resource, { resources: [resource] }, options);
  const found = catalog.resources.find(uri);
  if (!found) throw new DomainError('not_found');
  const runner = new PrimitiveRunner(catalog, new AnyToken(), options.ports as Ports, options.now);
  const caller = callerOf(resource, catalog, options);
  return withClient(options.answers, async (client) => {
    const contents = await runner.readResource(found, uri, { caller, client, limits: someLimits() });
    return isInputRequired(contents) ? contents : { contents };
  });
}
