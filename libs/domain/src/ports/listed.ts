/** A whole list, which may lack items. */
export interface Listed<Item> extends ReadonlyArray<Item> {
  /** How many were left out because they could not be read, or have no address where it takes one; absent: none. */
  readonly skipped?: number;
}
