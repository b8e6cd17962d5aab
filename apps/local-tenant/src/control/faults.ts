import { randomUUID } from 'node:crypto';

export type FaultKind = 'status' | 'latency' | 'cut' | 'garbage' | 'empty' | 'aadsts';

/** Which requests a fault is for; every condition given must hold. */
export interface FaultMatch {
  readonly method?: string;
  /** A part of the path, or `/…/` for a regular expression. */
  readonly path?: string;
  /** Object id or key of the person whose token (or assertion) the request carries. */
  readonly userId?: string;
  readonly grant?: string;
}

/** Something that goes wrong on purpose. */
export interface Fault {
  readonly id: string;
  readonly service: 'entra' | 'graph';
  readonly match: FaultMatch;
  readonly kind: FaultKind;
  readonly status?: number;
  readonly retryAfter?: number;
  readonly body?: unknown;
  readonly ms?: number;
  /** How much of a body, of the request or the answer, goes through before a cut; absent: nothing is answered. */
  readonly afterBytes?: number;
  /** The number of an AADSTS error that Entra answers with. */
  readonly code?: number;
  /** Raw JSON of a claims challenge for the AADSTS error. */
  readonly claims?: string;
  /** How often it still strikes; absent: until it is taken back. */
  readonly times?: number;
}

/** What a fault can be matched with. */
export interface FaultSubject {
  readonly method: string;
  readonly path: string;
  readonly userIds: readonly string[];
  readonly grant?: string;
}

/** The faults in force, in the order they were added. */
export class Faults {
  #faults: readonly Fault[] = [];

  get all(): readonly Fault[] {
    return this.#faults;
  }

  add(fault: Omit<Fault, 'id'>): Fault {
    const added = { ...fault, id: randomUUID() };
    this.#faults = [...this.#faults, added];
    return added;
  }

  /** The first fault for this request, counted as struck. */
  strike(service: Fault['service'], subject: FaultSubject): Fault | undefined {
    const fault = this.#faults.find((candidate) => candidate.service === service && matches(candidate.match, subject));
    if (fault?.times !== undefined) this.#count(fault);
    return fault;
  }

  remove(id: string): void {
    this.#faults = this.#faults.filter((fault) => fault.id !== id);
  }

  reset(): void {
    this.#faults = [];
  }

  #count(struck: Fault): void {
    const times = (struck.times ?? 1) - 1;
    this.#faults = this.#faults
      .map((fault) => (fault.id === struck.id ? { ...fault, times } : fault))
      .filter((fault) => fault.times !== 0);
  }
}

function matches(match: FaultMatch, subject: FaultSubject): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== subject.method) return false;
  if (match.path !== undefined && !pathMatches(match.path, subject.path)) return false;
  if (match.userId !== undefined && !subject.userIds.includes(match.userId)) return false;
  return match.grant === undefined || match.grant === subject.grant;
}

function pathMatches(pattern: string, path: string): boolean {
  const expression = /^\/(.+)\/$/.exec(pattern)?.[1];
  return path.includes(pattern) || (expression !== undefined && new RegExp(expression).test(path));
}
