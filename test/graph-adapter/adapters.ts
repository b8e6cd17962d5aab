import {
  GraphCalendar,
  GraphClientFactory,
  GraphFiles,
  GraphMail,
  type GraphConfig,
  GraphPeople,
  GraphPlaces,
  GraphProfile,
  GraphSchedule,
} from '@app/graph-adapter';

/** The real adapters against a server, with retries that do not make a test wait. */
export function adaptersOn(origin: string, overrides: Partial<GraphConfig> = {}) {
  const graph = new GraphClientFactory({
    mode: 'graph',
    origin,
    requestTimeoutMs: 5_000,
    retryDelayMs: 5,
    // Suites provoke one failure after the other.
    breaker: { failuresOfPerson: Infinity, failingPeople: Infinity, pauseMs: 0 },
    ...overrides,
  });
  return {
    calendar: new GraphCalendar(graph),
    mail: new GraphMail(graph),
    profile: new GraphProfile(graph),
    people: new GraphPeople(graph),
    places: new GraphPlaces(graph),
    files: new GraphFiles(graph),
    schedule: new GraphSchedule(graph),
  };
}
