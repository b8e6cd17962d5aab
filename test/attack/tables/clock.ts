import { Clock } from '@app/auth';
import { type McpAnswer, rpc } from '../../support/mcp.js';
import type { Attack, AttackTable } from '../support/attack.js';
import type { Target } from '../support/target.js';
import { refused } from '../support/verdicts.js';

/** The server's allowance for clocks that differ, CLOCK_SKEW_SECONDS. */
const SKEW = 60;

interface Moment {
  readonly name: string;
  /** Seconds, relative to the server's clock. */
  readonly claims: Readonly<Record<'exp' | 'nbf', number>>;
  readonly reason?: string;
}

const HOUR = 3_600;

const MOMENTS: readonly Moment[] = [
  { name: 'expires in an hour', claims: { nbf: 0, exp: HOUR } },
  { name: 'expires now', claims: { nbf: -HOUR, exp: 0 } },
  { name: 'expired a second ago', claims: { nbf: -HOUR, exp: -1 } },
  { name: 'expired a second less than the skew ago', claims: { nbf: -HOUR, exp: 1 - SKEW } },
  { name: 'expired a millisecond less than the skew ago', claims: { nbf: -HOUR, exp: 0.001 - SKEW } },
  { name: 'expired the skew ago', claims: { nbf: -HOUR, exp: -SKEW }, reason: 'token_expired' },
  { name: 'expired a second more than the skew ago', claims: { nbf: -HOUR, exp: -SKEW - 1 }, reason: 'token_expired' },
  { name: 'expired an hour ago', claims: { nbf: -2 * HOUR, exp: -HOUR }, reason: 'token_expired' },
  { name: 'expired a year ago', claims: { nbf: -9_000 * HOUR, exp: -8_766 * HOUR }, reason: 'token_expired' },
  { name: 'becomes valid in a second', claims: { nbf: 1, exp: HOUR } },
  { name: 'becomes valid a second before the skew', claims: { nbf: SKEW - 1, exp: HOUR } },
  { name: 'becomes valid at the skew', claims: { nbf: SKEW, exp: HOUR } },
  {
    name: 'becomes valid a millisecond after the skew',
    claims: { nbf: SKEW + 0.001, exp: HOUR },
    reason: 'token_not_yet_valid',
  },
  {
    name: 'becomes valid a second after the skew',
    claims: { nbf: SKEW + 1, exp: HOUR },
    reason: 'token_not_yet_valid',
  },
  { name: 'becomes valid in an hour', claims: { nbf: HOUR, exp: 2 * HOUR }, reason: 'token_not_yet_valid' },
  { name: 'expires before it becomes valid', claims: { nbf: HOUR, exp: -HOUR }, reason: 'token_expired' },
];

/** Both verdicts, a second on either side of each edge. */
export const clock: AttackTable = {
  name: 'the edges of time: a token that',
  attacks: MOMENTS.map(({ name, claims, reason }): Attack => ({
    name: `${name} ${reason === undefined ? 'is let in' : 'is refused'}`,
    request: (target) => atOneMoment(target, claims),
    answer: reason === undefined ? letIn : refused(reason),
  })),
};

/** The server's clock stands still, so that a second is a second on a busy machine too. */
async function atOneMoment({ url, app, forge }: Target, { exp, nbf }: Moment['claims']): Promise<McpAnswer> {
  const now = Math.floor(Date.now() / 1000);
  const stopped = jest.spyOn(app.get(Clock), 'now').mockReturnValue(now * 1000);
  try {
    return await rpc(url, forge.token({ exp: now + exp, nbf: now + nbf }), 'tools/list');
  } finally {
    stopped.mockRestore();
  }
}

function letIn({ status, body }: McpAnswer): void {
  expect([status, body.result?.tools?.length]).toEqual([200, expect.any(Number)]);
}
