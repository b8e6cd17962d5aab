import type { ApprovalOutcomes } from '../../apps/mcp-api/src/approvals/approval-outcomes.js';

export interface OutcomesHarness {
  /** Another view of the same outcomes: of this process, or of another replica. */
  open(): ApprovalOutcomes;
}

const AT = new Date('2026-11-24T09:00:00Z');
let count = 0;

/** What every `ApprovalOutcomes` does. */
export function approvalOutcomesContract(open: () => OutcomesHarness): void {
  let one: ApprovalOutcomes;
  let other: ApprovalOutcomes;
  let id: string;
  beforeEach(() => {
    const harness = open();
    [one, other, id] = [harness.open(), harness.open(), `request ${count++}`];
  });
  const doneBy = (outcomes: ApprovalOutcomes, name = id) =>
    outcomes.once(name, async () => {
      await outcomes.recordDone([name], AT);
      return 'done';
    });

  it('knows nothing of a request that nobody decided', async () => {
    expect(await one.find(id)).toBeUndefined();
  });

  it('tells that a request was done, and does it no second time', async () => {
    expect(await doneBy(one)).toBe('done');
    expect(await other.find(id)).toEqual({ kind: 'done', at: AT });
    expect([await doneBy(other), await doneBy(one)]).toEqual([undefined, undefined]);
  });

  it('tells that a request was declined, and does not do it', async () => {
    expect(await one.recordDeclined([id, `${id} as shown`], AT)).toBe(true);
    expect(await other.find(`${id} as shown`)).toEqual({ kind: 'declined', at: AT });
    expect([await doneBy(other), await doneBy(one)]).toEqual([undefined, undefined]);
  });

  it('declines nothing that is being done or is done', async () => {
    const declined = await one.once(id, async () => {
      const early = await other.recordDeclined([id], AT);
      await one.recordDone([id], AT);
      return early;
    });
    expect([declined, await other.recordDeclined([id], AT)]).toEqual([false, false]);
    expect(await other.find(id)).toEqual({ kind: 'done', at: AT });
  });

  it('does it once, however many ask at the same time', async () => {
    let times = 0;
    const work = async (outcomes: ApprovalOutcomes) => {
      times += 1;
      await new Promise((resolve) => setImmediate(resolve));
      await outcomes.recordDone([id], AT);
      return 'done';
    };
    const asked = Array.from({ length: 20 }, (_, n) => (n % 2 ? one : other));
    const results = await Promise.all(asked.map((outcomes) => outcomes.once(id, () => work(outcomes))));
    expect([times, results.filter((result) => result === 'done')]).toEqual([1, ['done']]);
  });

  it('lets it be tried again when it failed', async () => {
    await expect(one.once(id, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await doneBy(other)).toBe('done');
  });
}
