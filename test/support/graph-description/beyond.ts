/** Properties that the service is known to send or take though the description lacks them, by type, with the reason. */
export const BEYOND: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'microsoft.graph.event': {
    occurrenceId: 'answered for occurrences; on the page of the event resource, in the metadata of the beta only',
  },
  'microsoft.graph.eventMessage': {
    event: 'the event of an invitation, by $expand: a navigation property that the subset cuts',
  },
  'microsoft.graph.mailFolder': {
    sizeInBytes: 'sent by v1.0, as users of it show, though the metadata has it in the beta only',
  },
  'microsoft.graph.user': Object.fromEntries(
    ['aboutMe', 'skills', 'employeeHireDate', 'postalCode'].map((name) => [name, 'of v1.0, left out of the subset']),
  ),
  'microsoft.graph.identity': {
    email: 'SharePoint tells the address of who made, changed, shared or may open something, as the examples show',
  },
};

/** What is answered with a selected property though it was not selected, as the examples of the documentation show. */
export const SENT_ALONG: Readonly<Record<string, readonly string[]>> = { location: ['locations'] };

/** Properties that are never sent unless they are selected, as the pages of their resources say. */
export const SENT_WHEN_ASKED: readonly string[] = ['internetMessageHeaders', 'uniqueBody', 'cancelledOccurrences'];

/** Options of pages of the documentation that the subset leaves out. */
export const BEYOND_OPTIONS: readonly (readonly [path: RegExp, option: string])[] = [
  [/\/childFolders$/, 'includeHiddenFolders'],
  [/\/sharedWithMe$/, 'allowexternal'],
];

/** Types of which a whole answer has every property of the description, but the named ones. */
export const WHOLE: Readonly<Record<string, readonly string[]>> = {
  // Only occurrences have the first one; the others are withheld from who may only see when people are busy.
  'microsoft.graph.event': ['originalStart', 'body', 'bodyPreview', 'hasAttachments'],
  // Withheld from Mail.ReadBasic.
  'microsoft.graph.message': ['body', 'bodyPreview'],
  'microsoft.graph.mailFolder': [],
  'microsoft.graph.calendar': [],
};

/** Paths after the version that are served though the description leaves them out. */
export const BEYOND_PATHS: readonly (readonly [RegExp, string])[] = [
  [/^\/(applications|servicePrincipals|oauth2PermissionGrants)\b/, 'app registrations, which the subset leaves out'],
  [/^\/me\/mailboxSettings\/(language|dateFormat|timeFormat)$/, 'on the page of the settings, left out of the subset'],
  [/^\/\$batch$/, 'its parts are checked one by one'],
];
