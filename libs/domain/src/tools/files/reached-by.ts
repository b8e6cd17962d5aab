import type { CallEffect } from '../../primitive/effects.js';
import type { ItemAccess, ItemRef } from '../../ports/files.port.js';
import { needsFacts } from '../../policy/needs-facts.js';
import type { ToolContext } from '../../tool/tool.js';
import { filesOf } from './files-of.js';

/** Somebody, and nobody knows who. */
const UNKNOWN: ItemAccess = { people: [undefined], organization: false };

/**
 * Whom a change in these places reaches: everybody who can open one of them. Not asked where no policy wants to know.
 * Who can open what lies in a drive of somebody else is not known.
 */
export async function reachedBy(
  places: readonly (ItemRef | undefined)[],
  context: ToolContext,
): Promise<Pick<CallEffect, 'recipients' | 'organization'>> {
  if (!needsFacts(context.policy)) return { recipients: [] };
  const refs = places.filter((place) => place !== undefined);
  const access = await Promise.all(refs.map((ref) => accessTo(ref, context)));
  const people = [...new Set(access.flatMap((one) => one.people))];
  return { recipients: people, organization: access.some(({ organization }) => organization) };
}

async function accessTo(ref: ItemRef, context: ToolContext): Promise<ItemAccess> {
  const { files, user } = context;
  const isOwn = ref.driveId === undefined || ref.driveId === (await files.ownDriveId(user));
  return isOwn ? filesOf(context).whoCanOpen(user, ref) : UNKNOWN;
}
