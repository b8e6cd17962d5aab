import { ERROR_RESPONSES } from '../../apps/mcp-api/src/errors/error-responses.js';
import type { ErrorRow, ErrorResponse } from '../../apps/mcp-api/src/errors/error-row.js';
import { ENTRA_ERRORS } from '../../libs/auth/src/obo/entra-errors.js';
import { markdownTable, assertCurrent } from './generated.js';

const INTRODUCTION = `# Troubleshooting

Every error that Behalf can return, generated from the table that returns it (\`apps/mcp-api/src/errors\`).
Find the row by its name. The name is the \`reason\` of an HTTP error and of the audit line; every error but \`path_unknown\` and \`method_not_allowed\` leaves an audit line. A tool error shows only its \`code\`. Where several rows share
a code, the message tells them apart, and so does the audit line.

Who fixes it: the **caller** is the program that sent the request, the **person** is the signed-in person whose token it sent, the **administrator** manages the organisation in Entra, the **operator** runs this server.

Foundry shows only the text of tool errors. A 401 or 403 appears there as an HTTP status without its reason, and often as a 405, because the client then tries another transport: look for
the audit line before the 405. With \`DENIAL_MODE=tool_error\`, every call of an authenticated caller gets a tool error instead.`;

const SEEN: Readonly<Record<ErrorResponse['kind'], { readonly title: string; readonly text: string }>> = {
  http: {
    title: 'An HTTP error',
    text: 'The body is `{ "error", "error_description", "reason" }`; 400, 401 and 403 have a `WWW-Authenticate` challenge with the scopes and the resource metadata.',
  },
  rpc: { title: 'A JSON-RPC error', text: 'The message itself is wrong, whoever sends it.' },
  tool: {
    title: 'A tool error',
    text: `The text of the result is \`{ "error": { "code", "message", "userAction", "url", "scopes", "retryAfter" } }\`, where \`url\`, \`scopes\` and \`retryAfter\` are present only if they help.
"or HTTP": under \`DENIAL_MODE=http403\`, a request that contains only this call gets the HTTP status instead. A claims challenge is sent only to clients whose token contains \`cp1\`; other clients get the tool error.
"or a link": clients of revision 2026-07-28 that declare \`elicitation.url\` get a URL elicitation. Clients of older revisions declare it to a session, which this server does not keep; they get the
tool error, with the same link as \`url\`.`,
  },
};

function seen({ response }: ErrorRow): string {
  if (response.kind === 'http') return `${response.status} \`${response.error}\``;
  if (response.kind === 'rpc') return `${response.status}, code ${response.error}`;
  const httpFallback = response.httpFallback
    ? `, or HTTP ${response.httpFallback.status} \`${response.httpFallback.error}\``
    : '';
  return `\`${response.code}\`${httpFallback}${response.elicits ? ', or a link' : ''}`;
}

function section(kind: ErrorResponse['kind']): string {
  const rows = Object.entries(ERROR_RESPONSES)
    .filter(([, { response }]) => response.kind === kind)
    .map(([name, row]) => [`\`${name}\``, seen(row), row.message, row.userAction, row.fixedBy]);
  const table = markdownTable(['name', 'what one sees', 'why', 'what to do', 'who'], rows);
  return `## ${SEEN[kind].title}\n\n${SEEN[kind].text}\n\n${table}`;
}

/** What the operator finds in the log of Entra. */
function entraSection(): string {
  const rows = ENTRA_ERRORS.map(({ numbers = [], suberrors = [], errors = [], reason }) => [
    numbers.join(', '),
    [...new Set([...suberrors, ...errors])].map((name) => `\`${name}\``).join(', '),
    `\`${reason}\``,
  ]);
  const text = 'When Entra refuses to exchange a token, its suberror decides, then its number, then its error.';
  return `## Entra's errors\n\n${text}\n\n${markdownTable(['AADSTS', 'suberror or error', 'reason here'], rows)}`;
}

describe('docs/troubleshooting.md', () => {
  it('is what the table of refusals makes (UPDATE_DOCS=1 writes it)', () => {
    const sections = [INTRODUCTION, section('http'), section('rpc'), section('tool'), entraSection()];
    assertCurrent('docs/troubleshooting.md', `${sections.join('\n\n')}\n`);
  });
});
