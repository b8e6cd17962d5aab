import type { UserContext } from 'behalf/domain';
import { fetchAsUser } from 'behalf/http';
import { z } from 'zod';
import { LeavePort, type LeaveRequest, type NewLeaveRequest } from './leave.port.js';

/** App ID URI of the leave API in Entra. */
export const LEAVE_API = 'api://contoso-leave';

const answer = z.object({
  id: z.string(),
  firstDay: z.string(),
  lastDay: z.string(),
  state: z.enum(['requested', 'approved', 'refused']),
  comment: z.string().optional(),
});

/** Contoso's own leave service: `GET /requests` and `POST /requests`. */
export class ContosoLeave extends LeavePort {
  readonly #requests: URL;

  /** @param origin where the service is, for example `https://leave.contoso.example` */
  constructor(origin: string) {
    super();
    this.#requests = new URL('/requests', origin);
  }

  override async list(user: UserContext): Promise<readonly LeaveRequest[]> {
    return z.array(answer).parse(await fetchAsUser(user, { api: 'the leave service', url: this.#requests }));
  }

  override async request(user: UserContext, body: NewLeaveRequest): Promise<LeaveRequest> {
    const request = { api: 'the leave service', url: this.#requests, method: 'POST', body };
    return answer.parse(await fetchAsUser(user, request));
  }
}
