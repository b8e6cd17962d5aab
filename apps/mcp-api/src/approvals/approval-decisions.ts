import { Clock, type SignedInPerson } from '@app/auth';
import { type CallTrace, DomainError, type SeenCall, ToolCatalog, ToolRunner } from '@app/domain';
import { AuditLog } from '../audit/audit-log.js';
import { AppConfig } from '@app/config';
import type { RequestContext } from '../http/request-context.js';
import { ApprovalOutcomes } from './approval-outcomes.js';
import { html } from '../browser/html.js';
import type { Page } from '../browser/page.js';
import { cannotBeDone, decided, DECLINED, done, RUNNING } from './plain-pages.js';
import { reviewBody } from './review-page.js';
import { requestId } from './sealed-approvals.js';
import type { SealedRequest } from './sealed-request.js';

type Approved = Pick<SeenCall, 'version' | 'recipients'>;

/** A request that its own person looks at, signed in. */
export interface Attended {
  readonly request: SealedRequest;
  readonly person: SignedInPerson;
  readonly context: RequestContext;
  /** Seals what is shown into the form of the page. */
  readonly seal: (seen: Approved) => string;
}

const CHANGED = 'This changed since your agent asked. Below is how it is now.';
const CHANGED_AGAIN = 'It changed after you saw it, so nothing was done. Below is how it is now.';

/** What the pages do: show a request as it is now, carry it out, decline it. */
export class ApprovalDecisions {
  readonly #runner: ToolRunner;
  readonly #outcomes: ApprovalOutcomes;
  readonly #audit: AuditLog;
  readonly #clock: Clock;
  readonly #config: AppConfig;

  constructor(runner: ToolRunner, outcomes: ApprovalOutcomes, audit: AuditLog, clock: Clock, config: AppConfig) {
    this.#runner = runner;
    this.#outcomes = outcomes;
    this.#audit = audit;
    this.#clock = clock;
    this.#config = config;
  }

  /** @throws DomainError when it cannot be done now */
  async show(attended: Attended, notice?: string): Promise<Page> {
    const { request, person, seal } = attended;
    const outcome = await this.#outcomes.find(requestId(asked(request), request.version ?? ''));
    if (outcome) return decided(outcome);
    const preview = await this.#runner.preview(this.#call(attended));
    const { version, recipients = '' } = preview.seen ?? {};
    const isAsAsked = version === request.version;
    const body = reviewBody({
      ...preview,
      arguments: request.args,
      clientId: request.client,
      clientName: this.#config.clientNames.get(request.client),
      person: person.caller.displayName,
      minutesLeft: Math.max(1, Math.floor((request.exp - this.#clock.now() / 1000) / 60)),
      notice: notice ?? (isAsAsked ? undefined : CHANGED),
      shown: seal({ version, recipients }),
    });
    return { title: `${preview.tool.title}?`, body };
  }

  /** Carries out what was shown, once; what changed meanwhile is shown anew instead. */
  async carryOut(attended: Attended, approved: Approved): Promise<Page> {
    const call = asked(attended.request);
    const id = requestId(call, approved.version ?? '');
    const before = await this.#outcomes.find(requestId(call, attended.request.version ?? ''));
    if (before) return decided(before);
    const trace: CallTrace = {};
    const page = await this.#outcomes.once(id, async () => {
      try {
        await this.#runner.run({ ...this.#call(attended), trace }, approved);
      } catch (error) {
        this.#record(attended, trace, error);
        if (error instanceof DomainError && error.code === 'conflict') return this.show(attended, CHANGED_AGAIN);
        throw error;
      }
      this.#record(attended, trace);
      const ids = [id, requestId(call), requestId(call, attended.request.version ?? '')];
      await this.#outcomes.recordDone(ids, this.#now());
      return done(html`<p>It was carried out as <bdi>${attended.person.caller.displayName}</bdi>.</p>`);
    });
    return page ?? this.#decidedElsewhere(id);
  }

  /** Declines it as the agent asked for it, and as it was shown. */
  async decline(request: SealedRequest, { version = '' }: Approved, context: RequestContext): Promise<Page> {
    const [call, { tool, client, tid, oid }] = [asked(request), request];
    const shown = requestId(call, version);
    const isDeclined = await this.#outcomes.recordDeclined(
      [requestId(call, request.version ?? ''), shown],
      this.#now(),
    );
    if (!isDeclined) return this.#decidedElsewhere(shown);
    const person = { tenantId: tid, objectId: oid };
    this.#audit.record({ decision: 'declined', caller: person, clientId: client, tool, ...context });
    return DECLINED;
  }

  async #decidedElsewhere(id: string): Promise<Page> {
    const outcome = await this.#outcomes.find(id);
    return outcome ? decided(outcome) : RUNNING;
  }

  #now(): Date {
    return new Date(this.#clock.now());
  }

  /** The person may leave the page: what they approved goes on. */
  #call({ request: { tool, args, client: clientId }, person, context: { traceId } }: Attended) {
    // The policy judges the client that asked, not this server, for which the person signed in.
    const caller = { ...person.caller, clientId };
    const limits = {
      signal: new AbortController().signal,
      deadline: Date.now() + this.#config.server.callTimeoutMs,
      traceId,
    };
    return { caller, name: tool, arguments: args, limits };
  }

  #record(
    { request: { tool, client }, person: { caller }, context }: Attended,
    trace: CallTrace,
    error?: unknown,
  ): void {
    const reason = error instanceof DomainError ? error.reason : error && 'internal_error';
    const decision = error ? 'refused' : 'approved';
    this.#audit.record({
      decision,
      reason: reason ? String(reason) : undefined,
      caller,
      clientId: client,
      tool,
      ...trace,
      ...context,
    });
  }
}

function asked({ tid: tenantId, oid: objectId, client: clientId, tool, args }: SealedRequest) {
  return { caller: { tenantId, objectId, clientId }, tool, arguments: args };
}

/** What an error says to the person. */
export function toPage(error: DomainError): Page {
  return cannotBeDone(error.message, error.details.userAction, error.details.url);
}

/** The scopes that the page signs in for: everything that the tool can use under the policy. */
export function scopesFor(catalog: ToolCatalog, name: string): readonly string[] | undefined {
  const tool = catalog.enabledTools.find((one) => one.name === name);
  return tool && [...new Set([...tool.requiredScopes, ...catalog.optionalScopesOf(tool)])];
}
