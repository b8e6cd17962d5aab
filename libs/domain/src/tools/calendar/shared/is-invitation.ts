import type { EventDetails } from '../../../ports/calendar.port.js';
import type { ToolContext } from '../../../tool/tool.js';
import { mailOf } from './participants.js';

/**
 * Whether somebody else invited the person, so that they answer it. Events that were imported have another organizer, or
 * none, or the person under an alias, and nobody waits for an answer: they are the person's own.
 */
export async function isInvitation(event: EventDetails, context: ToolContext): Promise<boolean> {
  const { isOrganizer, attendees, response, organizer } = event;
  if (isOrganizer || attendees.length === 0 || response === 'organizer') return false;
  if (response !== 'none') return true;
  const own = await ownAddresses(context);
  // Without knowing who the person is, an event of others is theirs.
  if (own === undefined) return true;
  const isOwn = (participant: object | undefined) => own.includes(mailOf(participant ?? {})?.toLowerCase() ?? '');
  return !isOwn(organizer) && attendees.some(isOwn);
}

async function ownAddresses({ user, profile }: ToolContext): Promise<readonly string[] | undefined> {
  if (!user.may('User.Read')) return undefined;
  const { mail, userPrincipalName } = await profile.me(user);
  return [mail ?? userPrincipalName, userPrincipalName].map((address) => address.toLowerCase());
}
