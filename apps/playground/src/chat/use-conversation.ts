import { useCallback, useEffect, useRef, useState } from 'react';
import { hasConsented, respond, type StreamEvent } from '../data/api';
import type { Entry, OutputItem } from '../data/types';

const LOOK_FOR_CONSENT_MS = 1_000;

export interface Conversation {
  readonly entries: readonly Entry[];
  readonly busy: boolean;
  say(message: string): void;
  decide(id: string, approve: boolean): void;
  /** The person says that consent was given. */
  goOn(): void;
}

/** A talk with the agent as one person through one kind of connection; a new one begins when either or `talk` changes. */
export function useConversation(user: string, mode: string, talk: number, onAnswered: () => void): Conversation {
  const { entries, add, change, clear } = useEntries();
  const [busy, setBusy] = useState(false);
  const responseId = useRef<string>(undefined);
  const message = useRef('');

  const take = useCallback(
    async (input: unknown) => {
      setBusy(true);
      const show = shower(add, (id) => (responseId.current = id));
      try {
        await respond({ user, mode, input, previousResponseId: responseId.current }, show);
      } catch (error) {
        add(problem(error instanceof Error ? error.message : undefined));
      }
      setBusy(false);
      onAnswered();
    },
    [user, mode, add, onAnswered],
  );

  const say = (text: string) => {
    message.current = text;
    add({ kind: 'you', id: crypto.randomUUID(), text });
    void take(text);
  };
  const decide = (id: string, approve: boolean) => {
    change(id, (entry) => (entry.kind === 'approval' ? { ...entry, decision: approve } : entry));
    void take([{ type: 'mcp_approval_response', approval_request_id: id, approve }]);
  };
  const waiting = entries.find((entry) => entry.kind === 'consent' && !entry.done)?.id;
  const goOn = useCallback(() => {
    if (waiting === undefined) return;
    change(waiting, (entry) => (entry.kind === 'consent' ? { ...entry, done: true } : entry));
    void take(message.current);
  }, [waiting, change, take]);

  useConsentGiven(waiting !== undefined && !busy, user, goOn);
  useEffect(() => {
    clear();
    responseId.current = undefined;
  }, [user, mode, talk, clear]);
  return { entries, busy, say, decide, goOn };
}

/** The entries in order; one that comes again takes the place of its former self at the end. */
function useEntries() {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const add = useCallback(
    (entry: Entry) => setEntries((all) => [...all.filter(({ id }) => id !== entry.id), entry]),
    [],
  );
  const change = useCallback(
    (id: string, update: (entry: Entry) => Entry) =>
      setEntries((all) => all.map((entry) => (entry.id === id ? update(entry) : entry))),
    [],
  );
  const clear = useCallback(() => setEntries([]), []);
  return { entries, add, change, clear };
}

/** Goes on by itself when the person has consented in the other tab. */
function useConsentGiven(waiting: boolean, user: string, goOn: () => void): void {
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setInterval(() => void hasConsented(user).then((given) => given && goOn()), LOOK_FOR_CONSENT_MS);
    return () => clearInterval(timer);
  }, [waiting, user, goOn]);
}

/** Turns the events of one response into entries. */
function shower(add: (entry: Entry) => void, onResponse: (id: string) => void) {
  let text = '';
  const answer = crypto.randomUUID();
  return ({ type, delta = '', item, response }: StreamEvent) => {
    if (response) onResponse(response.id);
    if (type === 'response.output_text.delta') add({ kind: 'agent', id: answer, text: (text += delta) });
    if (type === 'response.output_item.done' && item) addItem(item, add);
    if (type === 'response.failed') add(problem(response?.error?.message));
  };
}

function addItem(item: OutputItem, add: (entry: Entry) => void): void {
  if (item.type === 'mcp_call') add({ kind: 'tool', id: item.id, item });
  if (item.type === 'mcp_approval_request') add({ kind: 'approval', id: item.id, item });
  if (item.type === 'oauth_consent_request')
    add({ kind: 'consent', id: item.id, link: item.consent_link ?? '', done: false });
}

function problem(text = 'It failed without saying why.'): Entry {
  return { kind: 'problem', id: crypto.randomUUID(), text };
}
