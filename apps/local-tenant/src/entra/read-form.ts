export type Form = Readonly<Record<string, string | undefined>>;

/** The parameters that came once, as text. */
export function readForm(parameters: unknown): Form {
  if (typeof parameters !== 'object' || parameters === null) return {};
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => typeof value === 'string'));
}
