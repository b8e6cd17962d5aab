import { useCallback, useRef, useState } from 'react';
import { respond, type StreamEvent } from '../data/api';
import { useLeaving } from '../use-leaving';

export interface Turn {
  readonly input: unknown;
  readonly onEvent: (event: StreamEvent) => void;
  readonly onProblem: (message: string) => void;
}

/** Takes turns one after the other, each going on from the response before it; what runs is aborted with the conversation. */
export function useTurns(user: string, mode: string, onAnswered: () => void) {
  const [busy, setBusy] = useState(false);
  const leaving = useLeaving();
  const last = useRef<Promise<void>>(Promise.resolve());
  const waiting = useRef(0);
  const responseId = useRef<string>(undefined);

  const take = useCallback(
    ({ input, onEvent, onProblem }: Turn) => {
      const signal = leaving();
      const run = async () => {
        const onEach = (event: StreamEvent) => {
          responseId.current = event.response?.id ?? responseId.current;
          if (!signal.aborted) onEvent(event);
        };
        try {
          await respond({ user, mode, input, previousResponseId: responseId.current }, onEach, signal);
        } catch (error) {
          if (!signal.aborted) onProblem(error instanceof Error ? error.message : String(error));
        }
        if (signal.aborted) return;
        setBusy(--waiting.current > 0);
        onAnswered();
      };
      waiting.current += 1;
      setBusy(true);
      last.current = last.current.then(run);
    },
    [user, mode, leaving, onAnswered],
  );
  const isBusy = useCallback(() => waiting.current > 0, []);
  return { busy, isBusy, take };
}
