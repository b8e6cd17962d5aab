import FullCalendar from '@fullcalendar/react';
import listPlugin from '@fullcalendar/react/list';
import themePlugin from '@fullcalendar/react/themes/classic';
import timeGridPlugin from '@fullcalendar/react/timegrid';
import { useEffect, useRef } from 'react';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import '@fullcalendar/react/themes/classic/palette.css';
import type { Week } from '../data/types';

const FIRST_HOUR = 7;
/** Dark enough for white words of this size. */
const EVENT = '#0f6cbd';

interface DaysProps {
  readonly week: Week;
  readonly monday: string;
  readonly narrow: boolean;
}

/** A week as columns of hours, or as a list where there is little room. */
export function Days({ week: { timeZone, events }, monday, narrow }: DaysProps) {
  const hours = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = hours;
    current?.scrollTo({ top: (current.scrollHeight * FIRST_HOUR) / 24 });
  }, []);
  return (
    <div ref={hours} className="calendar" tabIndex={0} role="region" aria-label="Days and hours">
      <FullCalendar
        plugins={[timeGridPlugin, listPlugin, themePlugin]}
        initialView={narrow ? 'listWeek' : 'timeGridWeek'}
        initialDate={monday}
        firstDay={1}
        height="auto"
        headerToolbar={false}
        nowIndicator
        eventColor={EVENT}
        slotDuration="01:00"
        timeZone={timeZone}
        events={events.map(({ id, subject, start, end, allDay }) => ({ id, title: subject, start, end, allDay }))}
      />
    </div>
  );
}
