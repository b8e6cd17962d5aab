/** A person of the local tenant. */
export interface Person {
  readonly key: string;
  readonly displayName: string;
}

/** One of the ways in which a Foundry connection can authenticate. */
export interface AuthMode {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
}

export interface Setting {
  readonly people: readonly Person[];
  readonly modes: readonly AuthMode[];
  readonly mcp: string;
  /** Origins of the local tenant whose pages this server shows too, without a certificate. */
  readonly localPages: readonly string[];
}

/** What a line of the trace was taken from; nothing on the page comes from anywhere else. */
export type TraceSource = 'Foundry' | 'token' | 'audit' | 'Entra' | 'Graph';

export interface TraceLine {
  readonly id: string;
  readonly time: string;
  readonly source: TraceSource;
  readonly text: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly refused?: boolean;
  /** What a person decided on a page of approval, in the server's audit. */
  readonly decided?: { readonly tool: string; readonly decision: 'approved' | 'declined' };
}

export interface WeekEvent {
  readonly id: string;
  readonly subject: string;
  readonly start: string;
  readonly end: string;
  readonly allDay: boolean;
  readonly location?: string;
}

export interface Week {
  readonly timeZone: string;
  readonly events: readonly WeekEvent[];
}

/** An item of a response as Foundry streams it. */
export interface OutputItem {
  readonly type: string;
  readonly id: string;
  readonly name?: string;
  readonly arguments?: string;
  readonly output?: string | null;
  readonly error?: string | null;
  readonly server_label?: string;
  readonly consent_link?: string;
}

export type ConsentState = 'open' | 'given' | 'declined';

/** An answer to an approval counts when Foundry has taken it; until then it is on its way. */
export type Decision = 'sending' | 'approved' | 'declined' | 'lapsed' | 'refused';

/** A question of the person to the agent; a consent that it waits for is asked for once, whichever link comes for it. */
export interface ConsentEntry {
  readonly kind: 'consent';
  readonly id: string;
  readonly link: string;
  readonly question: string;
  readonly responseId: string;
  readonly state: ConsentState;
  /** The person said that consent was given, and Foundry has none. */
  readonly isMissing?: boolean;
}

export interface ApprovalEntry {
  readonly kind: 'approval';
  readonly id: string;
  readonly item: OutputItem;
  readonly decision?: Decision;
}

/** What stands in the conversation. */
export type Entry =
  | { readonly kind: 'you'; readonly id: string; readonly text: string }
  | { readonly kind: 'agent'; readonly id: string; readonly text: string }
  | { readonly kind: 'problem'; readonly id: string; readonly text: string }
  | { readonly kind: 'tool'; readonly id: string; readonly at: string; readonly item: OutputItem }
  | ConsentEntry
  | ApprovalEntry;
