import type { UserContext } from 'behalf/domain';
import type { LeavePort } from '../src/leave.port.js';

export interface LeaveHarness {
  /** Of a person who has no requests yet. */
  readonly leave: LeavePort;
  readonly user: UserContext;
  close(): Promise<void>;
}

/** What every `LeavePort` does, whatever is behind it. */
export function leaveContract(open: () => Promise<LeaveHarness>): void {
  const days = { firstDay: '2027-03-01', lastDay: '2027-03-05' };
  let harness: LeaveHarness;
  beforeEach(async () => {
    harness = await open();
  });
  afterEach(() => harness.close());

  it('has no requests at first', async () => {
    expect(await harness.leave.list(harness.user)).toEqual([]);
  });

  it('keeps a request, which the manager has not answered yet', async () => {
    const { leave, user } = harness;
    const made = await leave.request(user, days);
    expect(made).toMatchObject({ ...days, state: 'requested' });
    expect(await leave.list(user)).toEqual([made]);
  });

  it('refuses days that overlap with a request', async () => {
    const { leave, user } = harness;
    await leave.request(user, days);
    const overlapping = leave.request(user, { firstDay: '2027-03-05', lastDay: '2027-03-09' });
    await expect(overlapping).rejects.toMatchObject({ code: 'conflict' });
    expect(await leave.list(user)).toHaveLength(1);
  });
}
