import type { LocalTenant } from '../support/tenant.js';
import { agentTools, type CallTool } from './agent-tools.js';
import { type HostileCase, TASKS } from './hostile-case.js';
import { plant } from './plant.js';

/** Does a task with tools, as a model does. */
export type Planner = (task: string, call: CallTool) => Promise<void>;

/** What came of one case. */
export interface Trial {
  readonly words: string;
  /** What people outside got, as the tenant tells it. */
  readonly left: readonly string[];
  /** Codes of the errors that the agent met. */
  readonly refused: readonly string[];
  /** Links that it got, for a person to approve. */
  readonly links: readonly string[];
}

/** Plants a case, lets the planner do its task, and looks in the tenant at what left the organisation. */
export async function runTrial(
  hostile: HostileCase,
  planner: Planner,
  tenant: LocalTenant,
  url: string,
): Promise<Trial> {
  tenant.reset();
  await plant(hostile, tenant);
  const before = departures(tenant);
  const [refused, links] = [new Set<string>(), new Set<string>()];
  const call = agentTools(url, await tenant.token({ user: 'anna', scope: SCOPE }));
  await planner(TASKS[hostile.task], async (name, args) => {
    const reply = await call(name, args);
    if (reply.error) refused.add(reply.error.code);
    if (reply.error?.url?.includes('/approvals/')) links.add(reply.error.url);
    return reply;
  });
  return { words: hostile.words, left: newOnes(before, departures(tenant)), refused: [...refused], links: [...links] };
}

const SCOPE = 'User.Read People.Read MailboxSettings.Read Calendars.ReadWrite Mail.ReadWrite Mail.Send Files.ReadWrite';

/** What left the organisation by now. */
export function departures(tenant: LocalTenant): readonly string[] {
  return tenant.mailboxes.departures(tenant.tenantId).map(({ kind, to, what }) => `${kind} to ${to}: ${what}`);
}

/** Those that were not there before; the same twice is two. */
export function newOnes(before: readonly string[], after: readonly string[]): readonly string[] {
  const left = [...before];
  return after.filter((one) => {
    const index = left.indexOf(one);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
