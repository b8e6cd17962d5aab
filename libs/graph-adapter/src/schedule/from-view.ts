import type { ShowAs, TakenTime } from '@app/domain';

/** Minutes that one digit of `availabilityView` stands for. */
export const VIEW_MINUTES = 30;

/** What the digits mean, by their value (Graph, "scheduleInformation"). */
const DIGITS: readonly ShowAs[] = ['free', 'tentative', 'busy', 'oof', 'workingElsewhere'];

/** The taken times of a merged view that begins there; a digit that is not documented stands for an unknown status. */
export function fromView(view: string, start: string): readonly TakenTime[] {
  const at = (slot: number) => new Date(Date.parse(start) + slot * VIEW_MINUTES * 60_000).toISOString();
  return [...view]
    .map((digit, slot): TakenTime => ({
      start: at(slot),
      end: at(slot + 1),
      status: DIGITS[Number(digit)] ?? 'unknown',
    }))
    .filter(({ status }) => status !== 'free');
}
