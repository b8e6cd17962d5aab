import { type AuthenticationResult, CryptoProvider, type PublicClientApplication } from '@azure/msal-node';
import { randomUUID } from 'node:crypto';
import type { Page } from '../browser/page.js';
import { FOUNDRY_SCOPE } from './person-token.js';
import { RedirectListener } from './redirect-listener.js';
import { untilAborted } from '../until-aborted.js';

const SCOPES = [FOUNDRY_SCOPE];

/** Signs the person in once, by telling them what to do. @throws what the signal was aborted with */
export type Way = (client: PublicClientApplication, prompt: Prompt, signal: AbortSignal) => Promise<SignedIn>;
type SignedIn = AuthenticationResult | null;

/** How a sign-in reaches the person. */
export interface Prompt {
  tell(message: string): void;
  /** Rejects when no browser could be opened. */
  open(url: string): Promise<void>;
  page(url: string): Page;
}

/** With the browser; with a code when none can be opened. */
export const withBrowser: Way = async (client, prompt, signal) => {
  const state = randomUUID();
  const listener = await RedirectListener.start(state);
  try {
    const { challenge, verifier } = await new CryptoProvider().generatePkceCodes();
    const request = { scopes: SCOPES, redirectUri: listener.redirectUri };
    const pkce = { codeChallenge: challenge, codeChallengeMethod: 'S256' };
    const url = await untilAborted(client.getAuthCodeUrl({ ...request, ...pkce, state }), signal);
    const { text, best } = prompt.page(url);
    prompt.tell(`Sign in with the browser that opens. If none does, open this link:\n\n  ${text}\n`);
    const code = await untilAborted(codeOf(listener, prompt.open(best)), signal);
    if (code !== undefined)
      return await untilAborted(client.acquireTokenByCode({ ...request, code, codeVerifier: verifier }), signal);
  } finally {
    listener.close();
  }
  prompt.tell('No browser could be opened here.');
  return withCode(client, prompt, signal);
};

/** Undefined when no browser could be opened. */
function codeOf(listener: RedirectListener, opening: Promise<void>): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    listener.code().then(resolve, reject);
    opening.catch(() => resolve(undefined));
  });
}

/** With a code that is typed into a page on any device. */
export const withCode: Way = async (client, prompt, signal) => {
  const request = {
    scopes: SCOPES,
    cancel: false,
    deviceCodeCallback: ({ message, verificationUri }: { message: string; verificationUri: string }) => {
      const { note } = prompt.page(verificationUri);
      prompt.tell(note === undefined ? message : `${message}\n${note}`);
    },
  };
  signal.addEventListener('abort', () => (request.cancel = true), { once: true });
  return untilAborted(client.acquireTokenByDeviceCode(request), signal);
};
