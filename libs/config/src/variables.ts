export type Variables = Readonly<Record<string, string | undefined>>;

/** The variables that are set to something: an empty one counts as absent. */
export type SetVariables = Readonly<Record<string, string>>;

export function toSetVariables(variables: Variables): SetVariables {
  return Object.fromEntries(
    Object.entries(variables).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  );
}
