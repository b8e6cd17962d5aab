import {
  AzureCliCredential,
  DeviceCodeCredential,
  InteractiveBrowserCredential,
  type TokenCredential,
} from '@azure/identity';
import { readFile } from 'node:fs/promises';
import { ChatError, EXIT } from '../exit-codes.js';
import type { ChatOptions } from '../options.js';
import { FOUNDRY_SCOPE, mustBeOfAPerson, type TokenSource } from './person-token.js';

/** Signs the person in the way the options say; the first token is asked for at the first use. */
export function signIn(options: ChatOptions, tell: (message: string) => void): TokenSource {
  if (options.tokenFile !== undefined) return fromFile(options.tokenFile);
  const credential = credentialOf(options, tell);
  return async () => {
    try {
      // The credential keeps the token and renews it when it is about to end.
      const { token } = (await credential.getToken(FOUNDRY_SCOPE)) ?? {};
      return mustBeOfAPerson(token ?? '');
    } catch (cause) {
      if (cause instanceof ChatError) throw cause;
      throw new ChatError(`Signing in failed: ${cause instanceof Error ? cause.message : 'unknown'}`, EXIT.signIn, {
        cause,
      });
    }
  };
}

/** Only credentials of a person: no managed identity, no client secret, no DefaultAzureCredential that may pick one. */
function credentialOf(options: ChatOptions, tell: (message: string) => void): TokenCredential {
  const { signIn: way, tenant: tenantId, clientId, authority: authorityHost } = options;
  if (way === 'cli') return new AzureCliCredential({ tenantId });
  const common = { tenantId, clientId, authorityHost, disableInstanceDiscovery: authorityHost !== undefined };
  if (way === 'device')
    return new DeviceCodeCredential({ ...common, userPromptCallback: ({ message }) => tell(message) });
  tell('Sign in with the browser that opens.');
  return new InteractiveBrowserCredential({ ...common, redirectUri: 'http://localhost' });
}

function fromFile(file: string): TokenSource {
  let token: Promise<string> | undefined;
  return () => (token ??= read(file));
}

async function read(file: string): Promise<string> {
  try {
    return mustBeOfAPerson((await readFile(file === '-' ? '/dev/stdin' : file, 'utf8')).trim());
  } catch (cause) {
    if (cause instanceof ChatError) throw cause;
    throw new ChatError(`${file} cannot be read.`, EXIT.usage, { cause });
  }
}
