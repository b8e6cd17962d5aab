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

/** What stands in the conversation. */
export type Entry =
  | { readonly kind: 'you'; readonly id: string; readonly text: string }
  | { readonly kind: 'agent'; readonly id: string; readonly text: string }
  | { readonly kind: 'problem'; readonly id: string; readonly text: string }
  | { readonly kind: 'tool'; readonly id: string; readonly item: OutputItem }
  | { readonly kind: 'consent'; readonly id: string; readonly link: string; readonly done: boolean }
  | { readonly kind: 'approval'; readonly id: string; readonly item: OutputItem; readonly decision?: boolean };
