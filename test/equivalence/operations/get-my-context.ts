import { toIanaZone } from '@app/domain';
import type { Equivalent } from '../side.js';

interface Context {
  readonly actingAs: { readonly id: string; readonly mail?: string; readonly userPrincipalName: string };
  readonly timeZone: string;
}

interface User {
  readonly id: string;
  readonly mail: string | null;
  readonly userPrincipalName: string;
}

export const getMyContext: Equivalent<object> = {
  throughServer: async (_operation, call) => {
    const { actingAs, timeZone } = await call<Context>({});
    return { id: actingAs.id, mail: actingAs.mail, userPrincipalName: actingAs.userPrincipalName, timeZone };
  },
  directly: async (_operation, ask, { person, scopes }) => {
    const { id, mail, userPrincipalName } = await ask<User>({ path: '/me?$select=id,mail,userPrincipalName' });
    // Eva has no mailbox, and a context all the same.
    const mayReadZone = scopes.includes('MailboxSettings.Read') && person !== 'eva';
    const zone = mayReadZone && (await ask<{ timeZone: string }>({ path: '/me/mailboxSettings' })).timeZone;
    return { id, mail: mail ?? undefined, userPrincipalName, timeZone: zone ? toIanaZone(zone) : 'UTC' };
  },
};
