import { readFile } from 'node:fs/promises';
import { ChatError, EXIT } from '../exit-codes.js';
import type { ChatOptions } from '../options.js';
import { FOUNDRY_SCOPE, assertDelegated, type TokenSource } from './person-token.js';
import { untilAborted } from '../until-aborted.js';
import type { Prompt } from './ways.js';

export const SIGN_IN_LIMIT_MS = 5 * 60_000;

/** Signs the person in the way the options say; the first token is asked for at the first use. */
export function signIn(options: ChatOptions, prompt: Prompt, limitMs = SIGN_IN_LIMIT_MS): TokenSource {
  if (options.tokenFile !== undefined) return fromFile(options.tokenFile);
  let tokens: Promise<TokenSource> | undefined;
  return async (signal) => {
    const limit = AbortSignal.timeout(limitMs);
    try {
      const tokenOf = await (tokens ??= tokensOf(options, prompt));
      return assertDelegated(await tokenOf(AbortSignal.any([signal, limit])));
    } catch (cause) {
      if (signal.aborted || cause instanceof ChatError) throw cause;
      const why = limit.aborted ? tooLate(limitMs) : `Signing in failed: ${reasonOf(cause)}`;
      throw new ChatError(why, EXIT.signIn, { cause });
    }
  };
}

/**
 * Only of a person: no managed identity, no client secret, no credential that may pick one of those.
 * The libraries are loaded when somebody signs in: they take longer to load than all the rest.
 */
async function tokensOf(options: ChatOptions, prompt: Prompt): Promise<TokenSource> {
  if (options.signIn === 'cli') {
    const { AzureCliCredential } = await import('@azure/identity');
    const credential = new AzureCliCredential({ tenantId: options.tenant });
    return async (signal) =>
      (await untilAborted(credential.getToken(FOUNDRY_SCOPE, { abortSignal: signal }), signal)).token;
  }
  const [{ PersonSession }, { withBrowser, withCode }] = await Promise.all([
    import('./person-session.js'),
    import('./ways.js'),
  ]);
  const session = new PersonSession(options, options.signIn === 'device' ? withCode : withBrowser);
  return (signal) => session.token(prompt, signal);
}

function tooLate(limitMs: number): string {
  return `Nobody signed in within ${limitMs / 60_000} minutes. Start again, and open the link that is shown; --sign-in device shows a code for another device.`;
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : 'unknown';
}

function fromFile(file: string): TokenSource {
  let token: Promise<string> | undefined;
  return (signal) => untilAborted((token ??= read(file)), signal);
}

async function read(file: string): Promise<string> {
  try {
    return assertDelegated((await readFile(file === '-' ? '/dev/stdin' : file, 'utf8')).trim());
  } catch (cause) {
    if (cause instanceof ChatError) throw cause;
    throw new ChatError(`${file} cannot be read.`, EXIT.usage, { cause });
  }
}
