import { DomainError, type UserContext } from 'behalf/domain';
import { LeavePort, type LeaveRequest, type NewLeaveRequest } from './leave.port.js';

/** The fake: one person's requests, kept as long as the process lives. */
export class InMemoryLeave extends LeavePort {
  #requests: readonly LeaveRequest[];

  constructor(requests: readonly LeaveRequest[] = []) {
    super();
    this.#requests = requests;
  }

  override async list(_user: UserContext): Promise<readonly LeaveRequest[]> {
    return this.#requests;
  }

  override async request(_user: UserContext, { firstDay, lastDay }: NewLeaveRequest): Promise<LeaveRequest> {
    if (this.#requests.some((one) => one.firstDay <= lastDay && firstDay <= one.lastDay)) {
      throw new DomainError('conflict', 'There is already leave on these days.', { userAction: 'Choose other days.' });
    }
    const added = { id: `leave-${this.#requests.length + 1}`, firstDay, lastDay, state: 'requested' as const };
    this.#requests = [...this.#requests, added];
    return added;
  }
}
