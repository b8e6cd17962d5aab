import { domainOf } from '../../../policy/domain-of.js';
import type { Participant } from '../../../ports/calendar.port.js';

/** What Exchange keeps where an address of the internet is missing (X.500, legacyExchangeDN). */
const OTHER_SYSTEM = /^(?:ex:)?\/o=/i;
const WITHOUT_ADDRESS = ' (no address)';

/** The address that mail reaches somebody at; undefined where only a name, or a name of another system, is known. */
export function mailOf({ address }: Participant): string | undefined {
  return address?.includes('@') && !OTHER_SYSTEM.test(address) ? address : undefined;
}

/** Who is meant: the address, else the name, which is then said to be no address. */
export function labelOf(participant: Participant): string {
  return mailOf(participant) ?? `${participant.name || participant.address || 'somebody'}${WITHOUT_ADDRESS}`;
}

/** How somebody is called where there is no need to write to them. */
export function nameOf({ name, address }: Participant): string | undefined {
  return name || address || undefined;
}

/** The same for the same address, whatever its case and however the letters of its domain are written (`xn--…`). */
export function addressKey(address: string): string {
  const domain = domainOf(address);
  const at = address.lastIndexOf('@') + 1;
  return (domain === '' ? address : `${address.slice(0, at)}${domain}`).toLowerCase();
}

/** The same for whoever is the same person in a list, and for nobody else. */
export function keyOf(participant: Participant): string {
  const mail = mailOf(participant);
  return mail === undefined
    ? `${participant.name ?? ''}\n${participant.address ?? ''}`.toLowerCase()
    : addressKey(mail);
}

/** Whether a word names somebody: by address, and by name only where there is no address to go by. */
export function isNamed(participant: Participant, word: string): boolean {
  const label = labelOf(participant);
  const names = [label, participant.address, mailOf(participant) ? undefined : label.slice(0, -WITHOUT_ADDRESS.length)];
  return names.some((name) => name !== undefined && addressKey(name) === addressKey(word));
}
