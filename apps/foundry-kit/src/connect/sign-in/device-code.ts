import { DeviceCodeCredential } from '@azure/identity';
import { ConnectError } from '../connect-error.js';
import type { TokenSource } from './token-source.js';

export interface DeviceSignIn {
  readonly tenantId?: string;
  /** Of an app registration of one's own; default: Azure's development client. */
  readonly clientId?: string;
  /** Origin of Entra. */
  readonly login: string;
}

/** Tokens of the person who types a code at Entra's page; asked once, both resources share the sign-in. */
export function deviceTokens({ tenantId, clientId, login }: DeviceSignIn, tell: (line: string) => void): TokenSource {
  const credential = new DeviceCodeCredential({
    tenantId,
    clientId,
    authorityHost: login,
    disableInstanceDiscovery: true,
    userPromptCallback: ({ message }) => tell(`${message}\n`),
  });
  return async (resource) => {
    try {
      return (await credential.getToken(`${resource}/.default`)).token;
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : 'unknown';
      throw new ConnectError(`Signing in for ${resource} failed: ${reason}`, { cause });
    }
  };
}
