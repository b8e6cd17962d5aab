import { useCallback, useState } from 'react';
import { Chat } from './chat/Chat';
import { useConversation } from './chat/use-conversation';
import type { AuthMode, Person } from './data/types';
import { Trace } from './trace/Trace';
import { useTrace } from './trace/use-trace';
import { Week } from './week/Week';

export type Part = 'chat' | 'week' | 'trace';

interface TalkProps {
  readonly person: Person;
  readonly mode: AuthMode;
  readonly localPages: readonly string[];
  /** The only part that there is room for. */
  readonly only?: Part;
  readonly weeks: number;
  readonly onWeeks: (weeks: number) => void;
  readonly onGraphBroken: (broken: boolean) => void;
}

/**
 * One conversation of one person through one kind of connection, with the person's week and what happened. Whoever
 * shows it gives it a key of all three: nothing of one conversation then outlives it.
 */
export function Talk({ person, mode, localPages, only, weeks, onWeeks, onGraphBroken }: TalkProps) {
  const [version, setVersion] = useState(0);
  const onAnswered = useCallback(() => setVersion((number) => number + 1), []);
  const conversation = useConversation(person.key, mode.id, onAnswered);
  const { lines, failed } = useTrace(person.key, conversation.responses, version, onGraphBroken);
  const shows = (part: Part) => only === undefined || only === part;
  const narrow = only !== undefined;
  return (
    <main className={narrow ? 'parts narrow' : 'parts'}>
      {shows('chat') && <Chat {...{ conversation, localPages, lines }} person={person.displayName} />}
      {shows('week') && <Week {...{ person, weeks, onWeeks, version, narrow }} />}
      {shows('trace') && <Trace lines={lines} failed={failed} />}
    </main>
  );
}
