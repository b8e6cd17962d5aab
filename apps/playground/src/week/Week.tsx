import { Button, Caption1, Spinner, Subtitle2 } from '@fluentui/react-components';
import { ChevronLeft20Regular, ChevronRight20Regular } from '@fluentui/react-icons';
import FullCalendar from '@fullcalendar/react';
import listPlugin from '@fullcalendar/react/list';
import themePlugin from '@fullcalendar/react/themes/classic';
import timeGridPlugin from '@fullcalendar/react/timegrid';
import { useEffect, useRef, useState } from 'react';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import '@fullcalendar/react/themes/classic/palette.css';
import { getWeek } from '../data/api';
import type { Person, Week as WeekOfPerson } from '../data/types';

const DAY_MS = 86_400_000;
const FIRST_HOUR = 7;

interface WeekProps {
  readonly person: Person;
  /** Changes when something may have changed in the calendar. */
  readonly version: number;
  readonly narrow: boolean;
}

/** The person's calendar as it is in Graph, read with the person's own Graph token and not through the agent. */
export function Week({ person, version, narrow }: WeekProps) {
  const [weeks, setWeeks] = useState(0);
  const monday = mondayOf(weeks);
  const { week, failed } = useWeek(person.key, monday, version);
  const hours = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = hours;
    current?.scrollTo({ top: (current.scrollHeight * FIRST_HOUR) / 24 });
  }, [person.key, narrow]);
  return (
    <section className="panel week" aria-label={`Calendar of ${person.displayName}`}>
      <div className="row between">
        <Subtitle2 as="h2">{person.displayName}&apos;s week</Subtitle2>
        <Caption1>{failed ?? (week ? `as it is in Graph · ${week.timeZone}` : <Spinner size="extra-tiny" />)}</Caption1>
        <div className="row" role="group" aria-label="Weeks">
          <Button
            size="small"
            icon={<ChevronLeft20Regular />}
            aria-label="Previous week"
            onClick={() => setWeeks(weeks - 1)}
          />
          <Button size="small" onClick={() => setWeeks(0)}>
            This week
          </Button>
          <Button
            size="small"
            icon={<ChevronRight20Regular />}
            aria-label="Next week"
            onClick={() => setWeeks(weeks + 1)}
          />
        </div>
      </div>
      <div ref={hours} className="calendar" tabIndex={0} role="region" aria-label="Days and hours">
        <FullCalendar
          key={`${person.key} ${narrow} ${monday}`}
          plugins={[timeGridPlugin, listPlugin, themePlugin]}
          initialView={narrow ? 'listWeek' : 'timeGridWeek'}
          initialDate={monday}
          firstDay={1}
          height="auto"
          headerToolbar={false}
          nowIndicator
          slotDuration="01:00"
          timeZone={week?.timeZone ?? 'UTC'}
          events={(week?.events ?? []).map(({ id, subject, start, end, allDay }) => ({
            id,
            title: subject,
            start,
            end,
            allDay,
          }))}
        />
      </div>
    </section>
  );
}

function useWeek(user: string, monday: string, version: number) {
  const [week, setWeek] = useState<WeekOfPerson>();
  const [failed, setFailed] = useState<string>();
  useEffect(() => {
    let current = true;
    getWeek(user, `${monday}T00:00:00Z`).then(
      (read) => current && (setWeek(read), setFailed(undefined)),
      (error: Error) => current && setFailed(error.message),
    );
    return () => {
      current = false;
    };
  }, [user, monday, version]);
  return { week, failed };
}

/** The date of the Monday so many weeks from now. */
function mondayOf(weeks: number): string {
  const now = new Date();
  const sinceMonday = (now.getDay() + 6) % 7;
  return new Date(now.getTime() + (weeks * 7 - sinceMonday) * DAY_MS).toISOString().slice(0, 10);
}
