import { useCallback, useRef, useState } from 'react';
import type { ConsentEntry, Entry } from '../data/types';
import { problem, showResponse } from './show-response';
import { useConsents } from './use-consents';
import { useEntries } from './use-entries';
import { useTurns } from './use-turns';

export interface Conversation {
  readonly entries: readonly Entry[];
  readonly busy: boolean;
  /** The agent's responses so far. */
  readonly responses: readonly string[];
  say(message: string): void;
  decide(id: string, approve: boolean): void;
  /** The person says that consent was given. */
  goOn(entry: ConsentEntry): void;
}

/** A talk with the agent as one person through one kind of connection; it ends when its component leaves the page. */
export function useConversation(user: string, mode: string, onAnswered: () => void): Conversation {
  const list = useEntries();
  const { entries, add, change } = list;
  const [responses, setResponses] = useState<readonly string[]>([]);
  const { busy, isBusy, take } = useTurns(user, mode, onAnswered);
  const decided = useRef(new Set<string>());
  const question = useRef('');

  const show = useCallback(
    (asked: string) => showResponse(asked, add, (id) => setResponses((all) => (all.includes(id) ? all : [...all, id]))),
    [add],
  );
  const ask = useCallback(
    (text: string) => {
      question.current = text;
      take({ input: text, onEvent: show(text), onProblem: (message) => add(problem(message)) });
    },
    [take, show, add],
  );
  const say = (text: string) => {
    if (isBusy()) return;
    change('approval', ({ decision }) => decision === undefined, { decision: 'lapsed' });
    add({ kind: 'you', id: crypto.randomUUID(), text });
    ask(text);
  };
  const decide = (id: string, approve: boolean) => {
    if (isBusy() || decided.current.has(id)) return;
    decided.current.add(id);
    const mine = ({ id: other }: { readonly id: string }) => other === id;
    change('approval', mine, { decision: 'sending' });
    const next = show(question.current);
    take({
      input: [{ type: 'mcp_approval_response', approval_request_id: id, approve }],
      onEvent(event) {
        // Foundry has taken the answer when it begins to respond.
        change('approval', mine, { decision: approve ? 'approved' : 'declined' });
        next(event);
      },
      onProblem(message) {
        change('approval', (entry) => mine(entry) && entry.decision === 'sending', { decision: 'refused' });
        add(problem(message));
      },
    });
  };
  const goOn = useConsents(user, list, !busy, ask);
  return { entries, busy, responses, say, decide, goOn };
}
