import { useEffect, useState } from 'react';
import { getTrace } from '../data/api';
import type { TraceLine } from '../data/types';

const LOOK_MS = 1_500;

export interface TraceOfTalk {
  readonly lines: readonly TraceLine[];
  readonly failed?: string;
}

/** What happened to a person since the conversation began; read again when `version` changes, and now and then. */
export function useTrace(
  user: string,
  responses: readonly string[],
  version: number,
  onGraphBroken: (broken: boolean) => void,
): TraceOfTalk {
  const [since] = useState(() => new Date().toISOString());
  const [lines, setLines] = useState<readonly TraceLine[]>([]);
  const [failed, setFailed] = useState<string>();
  const named = responses.join(',');
  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    const look = () =>
      void getTrace({ user, since, responses: named }, signal).then(
        (read) => {
          if (signal.aborted) return;
          setLines(read.lines);
          setFailed(undefined);
          onGraphBroken(read.graphBroken);
        },
        (error: Error) => signal.aborted || setFailed(error.message),
      );
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => {
      clearInterval(timer);
      left.abort();
    };
  }, [user, since, named, version, onGraphBroken]);
  return { lines, failed };
}
