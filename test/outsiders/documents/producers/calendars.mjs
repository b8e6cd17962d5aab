import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ical from 'ical-generator';

const [folder] = process.argv.slice(2);

const calendar = ical({ name: 'Observatory', timezone: 'Europe/Berlin', method: 'REQUEST' });
calendar.createEvent({
  id: 'first-light@observatory.example',
  stamp: '2026-11-01T00:00:00Z',
  start: '2026-12-03T18:00:00',
  end: '2026-12-03T19:30:00',
  timezone: 'Europe/Berlin',
  summary: 'Erstes Licht; Kuppel, Süd — mit einer Zeile, die so lang ist, dass sie gefaltet werden muss 🔭',
  description: 'Bring:\n- coats\n- "tea, hot"',
  location: { title: 'Dome', address: 'Hill 1', geo: { lat: 52.5, lon: 13.4 } },
  organizer: { name: 'Ada: of the dome', email: 'ada@observatory.example' },
  attendees: [{ email: 'ben@observatory.example', name: 'Ben, Carter', status: 'ACCEPTED', rsvp: true }],
  repeating: { freq: 'WEEKLY', count: 3, byDay: ['TH'] },
  alarms: [{ type: 'display', trigger: 600 }],
});
calendar.createEvent({
  id: 'closed@observatory.example',
  stamp: '2026-11-01T00:00:00Z',
  start: '2026-12-24T00:00:00',
  end: '2026-12-27T00:00:00',
  allDay: true,
  summary: 'Closed',
});
writeFileSync(join(folder, 'ical-generator.ics'), calendar.toString());
