import { useCallback, useEffect, useState } from 'react';
import { getWeek } from '../data/api';
import type { Week } from '../data/types';

interface Loaded {
  readonly key: string;
  readonly week?: Week;
  readonly failed?: string;
}

/** The week of a person; neither another person's nor another week's is ever given for it, nor an old one for one that failed. */
export function useWeek(user: string, monday: string, version: number) {
  const [loaded, setLoaded] = useState<Loaded>();
  const [tries, setTries] = useState(0);
  const key = `${user} ${monday}`;
  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    getWeek(user, `${monday}T00:00:00Z`, signal).then(
      (week) => signal.aborted || setLoaded({ key, week }),
      (error: Error) => signal.aborted || setLoaded({ key, failed: error.message }),
    );
    return () => left.abort();
  }, [user, monday, key, version, tries]);
  const retry = useCallback(() => {
    setLoaded(undefined);
    setTries((number) => number + 1);
  }, []);
  const { week, failed } = loaded?.key === key ? loaded : {};
  return { week, failed, retry };
}
