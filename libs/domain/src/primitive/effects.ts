/** Whom a call can reach at most; each includes those before it. */
export const REACHES = ['nobody', 'person', 'insiders', 'outsiders'] as const;
/** One of `REACHES`. */
export type Reach = (typeof REACHES)[number];

/** What a tool does to the world beside what it answers: the policy decides by it whether the person must approve. */
export interface Effects {
  /**
   * `nobody`: changes nothing. `person`: changes only what is the person's own. `insiders`, `outsiders`: people of the
   * organisation, or of others too, get something, are told of it, or find what they use changed.
   */
  readonly reaches: Reach;
  /** Takes something away, even where it can be restored. */
  readonly deletes?: true;
  /** Gives others access. */
  readonly shares?: true;
  /**
   * The tool tells of each call whom it reaches, by `context.agree`, before it writes. Without it each call counts as
   * reaching the widest circle that `reaches` names.
   */
  readonly perCall?: true;
}

/** What one call is about to do, told by its tool when it knows everything and has written nothing. */
export interface CallEffect {
  /** Mail addresses of everybody who gets something or is told; undefined where an address is not known. */
  readonly recipients: readonly (string | undefined)[];
  /** Everybody of the organisation gets access or is reached. */
  readonly organization?: boolean;
  /** The person's own address, where the item names it. */
  readonly ownAddress?: string;
  readonly shares?: boolean;
  readonly deletes?: boolean;
  /** How many attendees an event has afterwards or, where it is taken away, before. */
  readonly attendees?: number;
  /** The version of what is sent or changed, as it was just read. An approval holds for this version only. */
  readonly version?: string;
  /** The system behind the tool refuses the same call a second time, or does nothing, so that no version is needed. */
  readonly isOnce?: boolean;
  readonly dryRun: boolean;
}
