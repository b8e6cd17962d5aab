import type { Caller } from '../../../call/caller.js';
import type { CreateEventInput } from './create-event.input.js';

/** A GUID that is the same for the same person and arguments, so that a call repeated after a lost answer makes no second event. */
export async function transactionIdFor(caller: Caller, { dryRun: _, ...args }: CreateEventInput): Promise<string> {
  const text = JSON.stringify([
    caller.tenantId,
    caller.objectId,
    Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  const hex = [...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
