import type { ShowAs } from '@app/domain';

/** Graph's `freeBusyStatus`, in lower case. */
export const STATUSES: Readonly<Record<string, ShowAs>> = {
  free: 'free',
  tentative: 'tentative',
  busy: 'busy',
  oof: 'oof',
  workingelsewhere: 'workingElsewhere',
};
