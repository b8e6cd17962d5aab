import { ERROR_RESPONSES } from '../../apps/mcp-api/src/errors/error-responses.js';
import type { ErrorRow, ErrorResponse } from '../../apps/mcp-api/src/errors/error-row.js';
import { ENTRA_ERRORS } from '../../libs/auth/src/obo/entra-errors.js';
import { markdownTable, assertCurrent } from './generated.js';

const INTRODUCTION = `# Troubleshooting

Every refusal Behalf can answer with, made from the table that answers (\`apps/mcp-api/src/errors\`).
Find the row by its name: it is the \`reason\` of an HTTP answer, and the \`reason\` of the audit line that every refusal but \`path_unknown\` and \`method_not_allowed\` leaves. A tool error names its \`code\` alone; where several rows share a
code, its sentence tells them apart, and so does the audit line.

Who fixes it: the **caller** is the program that sent the request, the **person** is whose token it sent, the **administrator** is the organisation's in Entra, the **operator** runs this server.

In Foundry one sees the text of tool errors only. A 401 or 403 shows there as an HTTP status without its reason, and often as a 405, because the client then tries another transport: look for
the audit line before it. \`DENIAL_MODE=tool_error\` answers with tool errors wherever the caller was let in.`;

const SEEN: Readonly<Record<ErrorResponse['kind'], { readonly title: string; readonly text: string }>> = {
  http: {
    title: 'An HTTP error',
    text: 'The body is `{ "error", "error_description", "reason" }`; 400, 401 and 403 have a `WWW-Authenticate` challenge with the scopes and the resource metadata.',
  },
  rpc: { title: 'A JSON-RPC error', text: 'For what is wrong with the message, whoever sends it.' },
  tool: {
    title: 'A tool error',
    text: `The text of the result is \`{ "error": { "code", "message", "userAction", "url", "scopes", "retryAfter" } }\`, of which the last three are there where they help.
"or HTTP" is what a request that is one call gets instead under \`DENIAL_MODE=http403\`; claims challenges go to clients only whose token says \`cp1\`, and the others get the tool error.
"or a link" is a URL elicitation, for clients of revision 2026-07-28 that declare \`elicitation.url\`. The older revisions declare it to a session, which this server does not keep: their clients get the
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
  const text = 'What Entra answers to an exchange of tokens decides by its suberror, then its number, then its error.';
  return `## Entra's errors\n\n${text}\n\n${markdownTable(['AADSTS', 'suberror or error', 'becomes'], rows)}`;
}

describe('docs/troubleshooting.md', () => {
  it('is what the table of refusals makes (UPDATE_DOCS=1 writes it)', () => {
    const sections = [INTRODUCTION, section('http'), section('rpc'), section('tool'), entraSection()];
    assertCurrent('docs/troubleshooting.md', `${sections.join('\n\n')}\n`);
  });
});
