import { useCallback, useEffect, useRef } from 'react';
import { getConsent } from '../data/api';
import type { ConsentEntry, ConsentState, Entry } from '../data/types';
import { useLeaving } from '../use-leaving';
import type { Entries } from './use-entries';

const LOOK_MS = 1_000;

/**
 * Follows the open consents of a conversation at Foundry. Consent is kept by person: once given, every question that
 * waited for it is asked again, each once and in order. After a refusal its question is asked again too: the agent then
 * hears of the refusal.
 */
export function useConsents(
  user: string,
  { entries, change }: Entries,
  idle: boolean,
  ask: (question: string) => void,
): (entry: ConsentEntry) => void {
  const leaving = useLeaving();
  const settled = useRef(new Set<string>());
  const open = entries.filter(isOpen);
  const latest = useRef({ open, ask });
  latest.current = { open, ask };

  const settle = useCallback(
    (those: readonly ConsentEntry[], state: ConsentState) => {
      const ids = those.map(({ id }) => id).filter((id) => !settled.current.has(id));
      for (const id of ids) settled.current.add(id);
      change('consent', ({ id }) => ids.includes(id), { state, isMissing: false });
      const questions = new Map(
        those.filter(({ id }) => ids.includes(id)).map(({ responseId, question }) => [responseId, question]),
      );
      for (const question of questions.values()) latest.current.ask(question);
    },
    [change],
  );
  const look = useCallback(
    async (signal: AbortSignal) => {
      for (const entry of latest.current.open) {
        const state = await getConsent(user, entry.responseId, signal);
        if (signal.aborted) return;
        if (state !== 'open') return settle(state === 'given' ? latest.current.open : [entry], state);
      }
    },
    [user, settle],
  );
  useEffect(() => {
    if (!idle || open.length === 0) return undefined;
    const left = new AbortController();
    const timer = setInterval(() => void look(left.signal).catch(() => undefined), LOOK_MS);
    return () => {
      clearInterval(timer);
      left.abort();
    };
  }, [idle, look, open.length]);

  return useCallback(
    ({ id }) => {
      const tell = () => change('consent', (entry) => entry.id === id && isOpen(entry), { isMissing: true });
      void look(leaving()).then(tell, tell);
    },
    [change, look, leaving],
  );
}

function isOpen(entry: Entry): entry is ConsentEntry {
  return entry.kind === 'consent' && entry.state === 'open';
}
