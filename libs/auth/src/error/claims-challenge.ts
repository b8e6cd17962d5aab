import type { Caller } from '@app/domain';

/** Whether a claims challenge is for this client: capability `cp1` (Microsoft identity platform, claims challenges). */
export function takesClaims({ clientCapabilities }: Pick<Caller, 'clientCapabilities'>): boolean {
  return clientCapabilities.some((capability) => capability.toLowerCase() === 'cp1');
}
