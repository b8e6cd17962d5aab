import { previewOf, renderBody } from '../calendar/body-text.js';
import type { EmailAddress } from '../calendar/model.js';
import { badRequest } from '../errors.js';
import type { MailMessage } from './model.js';

type Test = (message: MailMessage) => boolean;

/** `name:value`, `name>=value`, a phrase or a word. */
const TERM = /(?:(\w+)(:|>=|<=|>|<|=))?(?:"([^"]*)"|([^\s"()]+))/g;

/**
 * The part of Keyword Query Language that mail's `$search` is served with here: terms, of which all have to be met, or of
 * those on both sides of an `OR` one side.
 */
export function readSearch(search: string): Test {
  const query = /^"((?:[^"\\]|\\.)*)"$/s.exec(search.trim())?.[1] ?? /^\w+$/.exec(search.trim())?.[0];
  if (query === undefined) {
    throw badRequest('BadRequest', `Syntax error: character '"' is expected around the value of '$search'.`);
  }
  const kql = query.replaceAll(/\\(.)/g, '$1');
  const sides: Test[][] = [[]];
  for (const [whole, name, operator, phrase, word] of kql.matchAll(TERM)) {
    if (whole === 'OR') sides.push([]);
    else if (whole !== 'AND') sides.at(-1)?.push(termTest(name, operator, phrase ?? word ?? ''));
  }
  return (message) => sides.some((tests) => tests.every((test) => test(message)));
}

function termTest(name: string | undefined, operator = ':', value: string): Test {
  const wanted = asWords(value);
  if (name === undefined) return (message) => asWords(words(message)).includes(wanted);
  const read = TEXTS[name.toLowerCase()];
  if (read) return (message) => asWords(read(message)).includes(wanted);
  if (/^(received|sent)$/i.test(name)) return dateTest(operator, value);
  if (/^hasattachments?$/i.test(name))
    return ({ attachments }) => attachments.length > 0 === (wanted.trim() === 'true');
  throw badRequest('BadRequest', `The property '${name}' cannot be searched.`);
}

const TEXTS: Readonly<Record<string, (message: MailMessage) => string>> = {
  subject: ({ fields }) => fields.subject,
  body: bodyText,
  from: ({ fields }) => people(fields.from ? [fields.from] : []),
  to: ({ fields }) => people(fields.toRecipients),
  cc: ({ fields }) => people(fields.ccRecipients),
  bcc: ({ fields }) => people(fields.bccRecipients),
  recipients: recipients,
  participants: ({ fields }) => `${people(fields.from ? [fields.from] : [])} ${people(fields.toRecipients)}`,
  attachment: ({ attachments }) => attachments.map(({ name }) => name).join(' '),
};

/** Punctuation is no part of what is searched. */
function asWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}@._-]+/gu, ' ')
    .trim();
}

/** Days, as KQL compares them. */
function dateTest(operator: string, value: string): Test {
  const day = /^\d{4}-\d\d-\d\d$/.exec(value)?.[0];
  if (day === undefined) throw badRequest('BadRequest', `'${value}' is not a date.`);
  const compare: Readonly<Record<string, (received: string) => boolean>> = {
    '>=': (received) => received >= day,
    '>': (received) => received > day,
    '<=': (received) => received <= day,
    '<': (received) => received < day,
  };
  const test = compare[operator] ?? ((received: string) => received === day);
  return ({ receivedAt }) => test(receivedAt.slice(0, 10));
}

function words(message: MailMessage): string {
  const sender = people(message.fields.from ? [message.fields.from] : []);
  return `${message.fields.subject} ${sender} ${recipients(message)} ${bodyText(message)}`;
}

function bodyText({ fields: { body } }: MailMessage): string {
  return `${renderBody(body, 'text').content} ${previewOf(body)}`;
}

function recipients({ fields }: MailMessage): string {
  return people([...fields.toRecipients, ...fields.ccRecipients, ...fields.bccRecipients]);
}

function people(list: readonly EmailAddress[]): string {
  return list.map(({ name, address }) => `${name} ${address}`).join(' ');
}
