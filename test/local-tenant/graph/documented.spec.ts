import { keptOpen } from '../../support/keep-open.js';
import { loadOpenApi } from '../../support/openapi.js';
import { type Documented, microsoftsExamples } from './documented/examples.js';
import { KEPT_EXAMPLES } from './documented/kept-examples.js';
import { replay } from './documented/replay.js';
import { routeOf } from './documented/route-of.js';
import { GraphHarness } from './harness.js';

/** Answered otherwise on purpose, and why. */
const OTHERWISE: Readonly<Record<string, readonly [status: number, why: string]>> = {
  delete_calendar: [400, 'the page deletes the default calendar, which the service refuses'],
  'create-embedded-link': [400, 'embedded links are of OneDrive for people at home'],
  create_mailsearchfolder: [501, 'no tool makes search folders'],
  update_mailsearchfolder: [501, 'no tool makes search folders'],
  'search-concept-speller-1': [200, 'corrections of spelling are of the beta'],
};

/** Where examples of the documentation contradict the description: texts for numbers and booleans, and no kind of body. */
const FAULTS_OF_THE_PAGES = [
  /request: \/(locationConstraint|isOrganizerOptional|returnSuggestionReasons|minimumAttendeePercentage)\b.* must be/,
  /request: \/AvailabilityViewInterval must be integer/,
  /PATCH \/me\/messages.* request: \/body\/contentType/,
  /PATCH \/me\/events.* request: \/responseStatus\//,
  /request: \/SaveToSentItems must be boolean/,
  /\/timeConstraint\/timeslots is not a property/,
  /\$filter: (ReceivedDateTime|Subject) is not a property/,
  /POST \/me\/mailFolders\/[^/]+\/(copy|move) is not described/,
  /Microsoft\.OutlookServices\.ItemAttachment is not a/,
  /@microsoft\.graph\.conflictBehavior is not an option/,
  /\$format is not an option/,
  /\$select: c\d+x\d+_crop is not a property of microsoft.graph.thumbnailSet/,
  /\/childFolders\/[^/]+\/messages\/[^/]+ is not described/,
];

const openapi = loadOpenApi();
const microsofts = microsoftsExamples();
const note = microsofts.length > 0 ? '' : ' (not beside the project: only those that are kept here)';

/** Those of operations that a tool makes. */
const served: readonly (readonly [string, Documented, string])[] = [...microsofts, ...KEPT_EXAMPLES].flatMap(
  (example) => {
    const route = routeOf(example.method, example.url);
    return route === undefined ? [] : [[example.name, example, route] as const];
  },
);

let graph: GraphHarness;

const keep = keptOpen();
beforeAll(async () => {
  graph = await keep(GraphHarness.open(FAULTS_OF_THE_PAGES));
});

describe(`requests of Microsoft's documentation${note}`, () => {
  it('are all of operations that are served, as far as they are kept here', () => {
    expect(KEPT_EXAMPLES.filter(({ method, url }) => routeOf(method, url) === undefined)).toEqual([]);
    expect(served.length).toBeGreaterThanOrEqual(microsofts.length > 0 ? 130 : KEPT_EXAMPLES.length);
  });

  it.each(served)('are answered as documented: %s', async (name, example, route) => {
    const { status, problems } = await replay(graph, openapi, example, route);
    const [otherwise] = OTHERWISE[name] ?? [];
    if (otherwise !== undefined) return expect(status).toBe(otherwise);
    expect(problems).toEqual([]);
  });
});
