import { useCallback, useState } from 'react';
import type { Entry } from '../data/types';

export interface Entries {
  readonly entries: readonly Entry[];
  /** One that comes again takes the place of its former self, at the end. */
  add(entry: Entry): void;
  /** Changes every entry of a kind for which the condition holds. */
  change<Kind extends Entry['kind']>(
    kind: Kind,
    holds: (entry: EntryOf<Kind>) => boolean,
    change: Partial<EntryOf<Kind>>,
  ): void;
}

type EntryOf<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>;

/** What stands in a conversation, in order. */
export function useEntries(): Entries {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const add = useCallback(
    (entry: Entry) => setEntries((all) => [...all.filter(({ id }) => id !== entry.id), entry]),
    [],
  );
  const change: Entries['change'] = useCallback((kind, holds, changed) => {
    const isMeant = (entry: Entry): entry is EntryOf<typeof kind> => entry.kind === kind && holds(entry as never);
    setEntries((all) => all.map((entry) => (isMeant(entry) ? { ...entry, ...changed } : entry)));
  }, []);
  return { entries, add, change };
}
