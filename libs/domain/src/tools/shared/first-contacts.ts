import { DomainError } from '../../errors/domain-error.js';
import type { ToolContext } from '../../tool/tool.js';
import type { UserContext } from '../../call/user-context.js';

type Asked = Pick<ToolContext, 'user' | 'mail'>;
type Found = readonly string[] | undefined;

/** Addresses in one search. */
const MOST = 20;
/** Asked once in a call for the same people. */
const found = new WeakMap<UserContext, Map<string, Promise<Found>>>();

/** Said where it is not known. */
export const UNKNOWN_FIRST = 'Whether the person wrote to these people before is not known.';

/**
 * Those of the recipients that the person never wrote to, by Sent Items; undefined where that is not known: without
 * `Mail.Read`, with very many recipients, where Graph does not say it. Whose address is not known is left out.
 */
export function firstContacts(recipients: readonly (string | undefined)[], { user, mail }: Asked): Promise<Found> {
  const addresses = [...new Set(recipients.flatMap((one) => (one === undefined ? [] : [one.toLowerCase()])))];
  if (addresses.length === 0) return Promise.resolve([]);
  if (addresses.length > MOST || !user.may('Mail.Read')) return Promise.resolve(undefined);
  const ofCall = found.get(user) ?? new Map<string, Promise<Found>>();
  found.set(user, ofCall);
  const key = addresses.sort().join(' ');
  const asking = ofCall.get(key) ?? mail.neverWrittenTo(user, addresses).catch(unknown);
  ofCall.set(key, asking);
  return asking;
}

/** It must not stop what the person asked for. */
function unknown(error: unknown): undefined {
  if (!(error instanceof DomainError)) throw error;
}
