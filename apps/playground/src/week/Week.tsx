import {
  Button,
  Caption1,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
  Subtitle2,
} from '@fluentui/react-components';
import { ChevronLeft20Regular, ChevronRight20Regular } from '@fluentui/react-icons';
import type { Person } from '../data/types';
import { Days } from './Days';
import { useWeek } from './use-week';

const DAY_MS = 86_400_000;

interface WeekProps {
  readonly person: Person;
  /** How many weeks from now. */
  readonly weeks: number;
  readonly onWeeks: (weeks: number) => void;
  /** Changes when something may have changed in the calendar. */
  readonly version: number;
  readonly narrow: boolean;
}

/** The person's calendar as it is in Graph, read with the person's own Graph token and not through the agent. */
export function Week({ person, weeks, onWeeks, version, narrow }: WeekProps) {
  const monday = mondayOf(weeks);
  const { week, failed, retry } = useWeek(person.key, monday, version);
  const known = week && `as it is in Graph · ${week.timeZone}${week.events.length === 0 ? ' · no events' : ''}`;
  return (
    <section className="panel week" aria-label={`Calendar of ${person.displayName}`} aria-busy={!week && !failed}>
      <div className="row between">
        <Subtitle2 as="h2">{person.displayName}&apos;s week</Subtitle2>
        <Caption1>{known ?? (failed ? '' : <Spinner size="extra-tiny" label="Loading" />)}</Caption1>
        <WeekButtons weeks={weeks} onWeeks={onWeeks} />
      </div>
      {failed && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {person.displayName}&apos;s week could not be loaded: {failed}
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={retry}>
              Try again
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {week && <Days key={`${person.key} ${narrow} ${monday}`} week={week} monday={monday} narrow={narrow} />}
    </section>
  );
}

function WeekButtons({ weeks, onWeeks }: Pick<WeekProps, 'weeks' | 'onWeeks'>) {
  return (
    <div className="row" role="group" aria-label="Weeks">
      <Button
        size="small"
        icon={<ChevronLeft20Regular />}
        aria-label="Previous week"
        onClick={() => onWeeks(weeks - 1)}
      />
      <Button size="small" onClick={() => onWeeks(0)}>
        This week
      </Button>
      <Button size="small" icon={<ChevronRight20Regular />} aria-label="Next week" onClick={() => onWeeks(weeks + 1)} />
    </div>
  );
}

/** The date of the Monday so many weeks from now. */
function mondayOf(weeks: number): string {
  const now = new Date();
  const sinceMonday = (now.getDay() + 6) % 7;
  return new Date(now.getTime() + (weeks * 7 - sinceMonday) * DAY_MS).toISOString().slice(0, 10);
}
