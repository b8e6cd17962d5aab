import type { Declarations } from '@app/domain';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from './usage-error.js';

export const EXTENSION_USAGE = `  --extension <file>    module whose default export is what startBehalf is given: the tools, toolsets and scopes of a team;
                        it is loaded, so it must not start anything itself
`;

interface Extended {
  readonly declared: Declarations;
  /** The other arguments. */
  readonly args: readonly string[];
}

/** Takes `--extension` out of the arguments. @throws UsageError where its module cannot be used */
export async function takeExtension(args: readonly string[]): Promise<Extended> {
  const index = args.indexOf('--extension');
  if (index < 0) return { declared: {}, args };
  const file = args[index + 1];
  if (file === undefined) throw new UsageError('--extension names no file: write the path of a module');
  return { declared: await load(file), args: args.filter((_, at) => at !== index && at !== index + 1) };
}

async function load(file: string): Promise<Declarations> {
  try {
    const loaded = (await import(pathToFileURL(resolve(file)).href)) as { readonly default?: unknown };
    if (typeof loaded.default === 'object' && loaded.default !== null) return loaded.default;
  } catch (error) {
    throw new UsageError(
      `--extension ${file} cannot be loaded: ${error instanceof Error ? error.message : 'it failed'}`,
    );
  }
  throw new UsageError(`${file} has no default export: export what startBehalf is given`);
}
