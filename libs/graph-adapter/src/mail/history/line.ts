/** A line of a body as it is read, and where it begins in the source. */
export interface Line {
  /** Without white space at its ends, cut after `MOST_OF_LINE` characters. */
  readonly text: string;
  readonly start: number;
  /** The line or border drawn above it, by where that begins. */
  readonly ruleAt?: number;
}

/** Characters of a line that are looked at. */
export const MOST_OF_LINE = 400;
