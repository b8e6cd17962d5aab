import { useCallback, useEffect, useState } from 'react';
import { getTrace } from '../data/api';
import type { TraceLine } from '../data/types';

const LOOK_MS = 1_500;

/** The lines since this page was opened or a new conversation began. */
export function useTrace(conversation: string): { readonly lines: readonly TraceLine[]; readonly refresh: () => void } {
  const [since, setSince] = useState(() => new Date().toISOString());
  const [lines, setLines] = useState<readonly TraceLine[]>([]);
  const refresh = useCallback(
    () =>
      void getTrace(since).then(
        (read) => setLines(read.lines),
        () => undefined,
      ),
    [since],
  );
  useEffect(() => {
    setSince(new Date().toISOString());
    setLines([]);
  }, [conversation]);
  useEffect(() => {
    refresh();
    const timer = setInterval(refresh, LOOK_MS);
    return () => clearInterval(timer);
  }, [refresh]);
  return { lines, refresh };
}
