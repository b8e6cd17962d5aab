import type { UserContext } from 'behalf/domain';

/** One stretch of leave. Days are dates of the calendar, `YYYY-MM-DD`, both included. */
export interface LeaveRequest {
  readonly id: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly state: 'requested' | 'approved' | 'refused';
  /** What the manager wrote. */
  readonly comment?: string;
}

export type NewLeaveRequest = Pick<LeaveRequest, 'firstDay' | 'lastDay'>;

/** The leave requests of the signed-in person, whatever keeps them. */
export abstract class LeavePort {
  /** Oldest first. */
  abstract list(user: UserContext): Promise<readonly LeaveRequest[]>;

  /**
   * Asks the person's manager.
   * @throws DomainError `conflict` where the days overlap with a request that is there
   */
  abstract request(user: UserContext, days: NewLeaveRequest): Promise<LeaveRequest>;
}

declare module 'behalf/domain' {
  interface Ports {
    readonly leave: LeavePort;
  }
}
