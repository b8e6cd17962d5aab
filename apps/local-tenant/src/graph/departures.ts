import type { TenantUser } from '../directory/types.js';
import type { Mailbox } from './mailbox/mailbox.js';

/** What somebody outside the organisation got, as message trace would tell it. */
export interface Departure {
  readonly kind: 'mail' | 'meeting' | 'response' | 'file';
  /** Address of whose action it was. */
  readonly from: string;
  /** Address outside the organisation. */
  readonly to: string;
  /** Subject, or path of a file. */
  readonly what: string;
}

/** Whether mail for an address leaves the organisation: another domain, or an address that holds one of another system. */
export function isOutside({ mail }: TenantUser, address: string): boolean {
  const domainOf = (one: string) => one.slice(one.lastIndexOf('@') + 1).toLowerCase();
  return domainOf(address) !== domainOf(mail) || /^imcea/i.test(address);
}

/** What left since the last reset. Files are not traced: who can open what is read where it is asked. */
export class Departures {
  readonly #all: Departure[] = [];

  get all(): readonly Departure[] {
    return this.#all;
  }

  /** To everybody of `addresses` who is outside. */
  add(kind: Departure['kind'], sender: TenantUser, addresses: readonly string[], what: string): void {
    const outside = addresses.filter((address) => isOutside(sender, address));
    this.#all.push(...outside.map((to) => ({ kind, from: sender.mail, to, what })));
  }

  reset(): void {
    this.#all.length = 0;
  }
}

/** Each version of each file that somebody outside can open by now, under the name it has. */
export function openToOutsiders({ user, drive }: Mailbox): readonly Departure[] {
  return drive.items.flatMap((item) => {
    const around = drive.around(item);
    const path = around.map(({ name }) => name).reverse();
    const what = `${path.slice(1).join('/')} (version ${item.version})`;
    const invited = around.flatMap((one) => drive.permissions.of(one)).flatMap((one) => one.invited?.email ?? []);
    const outside = [...new Set(invited)].filter((email) => isOutside(user, email));
    return outside.map((to) => ({ kind: 'file' as const, from: user.mail, to, what }));
  });
}
