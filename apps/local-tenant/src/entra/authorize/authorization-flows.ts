import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { SignedInAccount } from './sessions.js';
import type { AuthorizationRequest } from './requested-authorization.js';

/** One authorization on its way through the pages; its id is in their forms, so that no other site can post them. */
export interface AuthorizationFlow {
  readonly id: string;
  readonly sessionId: string;
  readonly request: AuthorizationRequest;
  readonly account?: SignedInAccount;
}

const KEPT = 1000;

/** The authorizations that wait for a person. */
export class AuthorizationFlows {
  readonly #flows = new LRUCache<string, AuthorizationFlow>({ max: KEPT });

  start(sessionId: string, request: AuthorizationRequest): AuthorizationFlow {
    return this.update({ id: randomBytes(24).toString('base64url'), sessionId, request });
  }

  update(flow: AuthorizationFlow): AuthorizationFlow {
    this.#flows.set(flow.id, flow);
    return flow;
  }

  find(id: string | undefined, sessionId: string | undefined): AuthorizationFlow | undefined {
    const flow = id === undefined ? undefined : this.#flows.get(id);
    return flow?.sessionId === sessionId ? flow : undefined;
  }

  end({ id }: AuthorizationFlow): void {
    this.#flows.delete(id);
  }

  reset(): void {
    this.#flows.clear();
  }
}
