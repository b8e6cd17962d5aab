import { z } from 'zod';
import { isRedirectUri } from './redirect-uri.js';
import { list } from './schema-types.js';

/** A client that the operator registered with the authorization front. */
export interface RegisteredClient {
  readonly id: string;
  readonly redirectUris: readonly string[];
}

const rule = z
  .string()
  .regex(/^[A-Za-z0-9][\w.-]{0,63}:[^\s,]+(?:,[^\s,]+)*$/, {
    error: 'write <client id>:<redirect URI>, further URIs after "," and further clients after ";"',
  })
  .transform((text): RegisteredClient => {
    const colon = text.indexOf(':');
    return { id: text.slice(0, colon), redirectUris: text.slice(colon + 1).split(',') };
  })
  .refine(({ redirectUris }) => redirectUris.every(isRedirectUri), {
    error: 'write redirect URIs as browsers do, https or http to 127.0.0.1, [::1] or localhost, without "@" and "#"',
  });

const host = z.string().regex(/^(?:\*|localhost:\d+|(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*(?::\d+)?)$/, {
  error: 'write host names in lower case, as in vscode.dev, or * for any host',
});

/** The environment variables of the front: their form and their default. */
export const frontVariables = {
  FRONT_CLIENTS: z
    .string()
    .transform((value) => value.split(';').flatMap((item) => (item.trim() === '' ? [] : [item.trim()])))
    .pipe(z.array(rule))
    .refine((clients) => new Set(clients.map(({ id }) => id)).size === clients.length, {
      error: 'write each client id once',
    })
    .default([]),
  FRONT_CLIENT_HOSTS: list.pipe(z.array(host)).default([]),
};
