import { DomainError } from '../../errors/domain-error.js';
import type { BodyFormat } from '../../ports/body-format.js';
import type { ToolContext } from '../../tool/tool.js';

/** A body as a port gives it; without a format it is plain text. */
export interface BodyAsSent {
  readonly body?: string;
  readonly bodyFormat?: BodyFormat;
}

/** The words of a body; `note` tells why they are missing, or not all of them. */
export interface BodyText {
  readonly text?: string;
  readonly note?: string;
}

const CUT_SHORT = 'The body is longer than the maximum that is read; its end is missing.';
const TOO_LARGE = 'The body is too large to be read here. The person can open it in Outlook.';

/** A body as plain text, got out of HTML where it is that. A body that cannot be read hides nothing but itself. */
export async function bodyText(
  { body, bodyFormat }: BodyAsSent,
  { documents, user }: Pick<ToolContext, 'documents' | 'user'>,
): Promise<BodyText> {
  if (body === undefined || body === '' || bodyFormat !== 'html') return { text: body };
  const content = new TextEncoder().encode(body);
  if (content.length > documents.maxBytes) return { note: TOO_LARGE };
  const file = { name: 'body.html', contentType: 'text/html; charset=utf-8', content };
  try {
    const { text, truncated } = await documents.textOf(file, user.limits);
    return { text: text.trim(), note: truncated ? CUT_SHORT : undefined };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'not_allowed') throw error;
    return { note: `The body could not be read as text. ${error.message}` };
  }
}
