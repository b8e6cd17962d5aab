/** Events of a day as Graph lists them, as JSON. @param about is said in the subject of each */
export function eventsPage(count, about, day = '2026-12-01') {
  return JSON.stringify({ value: Array.from({ length: count }, (_, index) => event(index, about, day)) });
}

function event(index, about, day) {
  const hour = String(8 + index).padStart(2, '0');
  const at = (minute) => ({ dateTime: `${day}T${hour}:${minute}:00.0000000`, timeZone: 'UTC' });
  const person = (name) => ({ emailAddress: { name, address: `${name.toLowerCase()}@fernglas.example` } });
  return {
    id: `AAMkAGI1${String(index).padStart(144, 'x')}`,
    '@odata.etag': `W/"${index}"`,
    subject: `${about}, part ${index}`,
    bodyPreview: 'What is left of the last quarter, and what comes next.',
    start: at('00'),
    end: at('30'),
    location: { displayName: 'Room 4' },
    organizer: person('Ben'),
    attendees: ['Anna', 'Ben', 'Chen'].map((name) => ({
      ...person(name),
      type: 'required',
      status: { response: 'accepted' },
    })),
    showAs: 'busy',
    sensitivity: 'normal',
    type: 'singleInstance',
    isAllDay: false,
    isCancelled: false,
    isOrganizer: false,
    responseStatus: { response: 'accepted' },
    webLink: `https://outlook.office365.com/owa/?itemid=${index}`,
  };
}
