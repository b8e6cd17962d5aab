/** A line of a body as it is read, and where it begins in the source. */
export interface Line {
  /** Without white space at its ends, cut after `MOST_OF_LINE` characters. */
  readonly text: string;
  readonly start: number;
  /** The line or border drawn above it, by where that begins. */
  readonly ruleAt?: number;
}

/** A line without white space at its ends and without marks that are not seen, such as those of direction. */
export function asRead(line: string): string {
  return line
    .slice(0, MOST_OF_LINE)
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Characters of a line that are looked at. */
export const MOST_OF_LINE = 400;
