import { CalendarPort, FilesPort, MailPort, PeoplePort, PlacesPort, ProfilePort, SchedulePort } from '@app/domain';
import { type DynamicModule, Module } from '@nestjs/common';
import { GraphCalendar } from './calendar/graph-calendar.adapter.js';
import { GraphFiles } from './files/graph-files.adapter.js';
import { InMemoryFiles } from './memory/files/in-memory-files.adapter.js';
import type { GraphConfig } from './graph.config.js';
import { GraphClientFactory } from './http/graph-client.factory.js';
import { GraphMail } from './mail/graph-mail.adapter.js';
import { InMemoryMail } from './memory/mail/in-memory-mail.adapter.js';
import { InMemoryCalendar } from './memory/calendar/in-memory-calendar.adapter.js';
import { InMemoryPeople } from './memory/people/in-memory-people.adapter.js';
import { InMemoryPlaces } from './memory/places/in-memory-places.adapter.js';
import { InMemoryProfile } from './memory/profile/in-memory-profile.adapter.js';
import { InMemorySchedule } from './memory/schedule/in-memory-schedule.adapter.js';
import { Mailboxes } from './memory/mailboxes.js';
import { GraphPeople } from './people/graph-people.adapter.js';
import { GraphPlaces } from './places/graph-places.adapter.js';
import { GraphProfile } from './profile/graph-profile.adapter.js';
import { GraphSchedule } from './schedule/graph-schedule.adapter.js';

const ADAPTERS = {
  graph: {
    calendar: GraphCalendar,
    mail: GraphMail,
    files: GraphFiles,
    profile: GraphProfile,
    schedule: GraphSchedule,
    people: GraphPeople,
    places: GraphPlaces,
    shared: (config: GraphConfig) => ({ provide: GraphClientFactory, useValue: new GraphClientFactory(config) }),
  },
  memory: {
    calendar: InMemoryCalendar,
    mail: InMemoryMail,
    files: InMemoryFiles,
    profile: InMemoryProfile,
    schedule: InMemorySchedule,
    people: InMemoryPeople,
    places: InMemoryPlaces,
    shared: (config: GraphConfig) => ({ provide: Mailboxes, useValue: new Mailboxes(config.mailboxes) }),
  },
};

/** Provides the ports, on Microsoft Graph or in memory as the configuration says. */
@Module({})
export class GraphAdapterModule {
  static register(config: GraphConfig): DynamicModule {
    const { calendar, mail, files, profile, schedule, people, places, shared } = ADAPTERS[config.mode];
    return {
      module: GraphAdapterModule,
      providers: [
        shared(config),
        { provide: CalendarPort, useClass: calendar },
        { provide: MailPort, useClass: mail },
        { provide: FilesPort, useClass: files },
        { provide: ProfilePort, useClass: profile },
        { provide: SchedulePort, useClass: schedule },
        { provide: PeoplePort, useClass: people },
        { provide: PlacesPort, useClass: places },
      ],
      exports: [CalendarPort, MailPort, FilesPort, ProfilePort, SchedulePort, PeoplePort, PlacesPort],
    };
  }
}
