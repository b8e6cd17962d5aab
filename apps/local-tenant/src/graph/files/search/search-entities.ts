import type { TenantUser } from '../../../directory/types.js';
import { accessDenied, badRequest, GraphError } from '../../errors.js';
import { wholeItem } from '../../calendar/instances.js';
import { eventResource } from '../../calendar/event-view.js';
import { messageResource } from '../../mail/message-view.js';
import type { Mailboxes } from '../../mailbox/mailboxes.js';
import type { Prefer } from '../../odata/prefer.js';
import type { Resource } from '../../odata/select.js';
import { personResource } from '../../people/person-view.js';

/** What is searched, by whom. */
export interface EntitySearch {
  readonly mailboxes: Mailboxes;
  readonly user: TenantUser;
  readonly prefer: Prefer;
  /** Words of the query. */
  readonly words: readonly string[];
}

export interface Hit {
  readonly hitId: string;
  readonly summary: string;
  readonly resource: Resource;
}

const FILES = ['Files.Read.All', 'Files.ReadWrite.All', 'Sites.Read.All', 'Sites.ReadWrite.All'];
const SITES = ['Sites.Read.All', 'Sites.ReadWrite.All'];

/** Scopes by entity type: https://learn.microsoft.com/graph/search-concept-overview */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  driveitem: FILES,
  drive: FILES,
  listitem: SITES,
  list: SITES,
  site: SITES,
  message: ['Mail.Read', 'Mail.ReadWrite'],
  event: ['Calendars.Read', 'Calendars.ReadWrite'],
  person: ['People.Read'],
};
/** Those that stand alone in a request. */
const ALONE = ['message', 'event', 'person'];

/** The entity types of a request, in small letters. @throws GraphError for what cannot be searched together, or without a scope */
export function readEntityTypes(types: readonly unknown[], granted: readonly string[]): readonly string[] {
  const names = types.map((type) => String(type).toLowerCase());
  for (const name of names) {
    const scopes = SCOPES[name];
    if (!scopes) throw new GraphError(501, 'NotImplemented', `The entity type ${name} is not searched here.`);
    if (!granted.some((scope) => scopes.includes(scope))) throw accessDenied();
  }
  if (names.length === 0 || (names.length > 1 && names.some((name) => ALONE.includes(name))))
    throw badRequest('BadRequest', 'These entity types cannot be searched together.');
  return names;
}

/** What is found beside files: this tenant has no lists and sites. */
export function entityHits(type: string, search: EntitySearch): readonly Hit[] {
  const find = SEARCHES[type];
  return find
    ? find(search)
        .filter(({ text }) => isMet(text, search.words))
        .map(({ hit }) => hit)
    : [];
}

interface Found {
  readonly text: string;
  readonly hit: Hit;
}

const SEARCHES: Readonly<Record<string, (search: EntitySearch) => readonly Found[]>> = {
  message: ({ mailboxes, user, prefer }) =>
    mailboxes.of(user).mail.messages.map((message) => {
      const { body: _body, ...resource } = messageResource(message, { prefer, basic: false });
      const { subject, body } = message.fields;
      return found('message', message.id, resource, `${subject} ${body.content}`);
    }),
  event: ({ mailboxes, user, prefer }) =>
    [...mailboxes.of(user).items.values()].map((item) => {
      const options = { prefer, basic: true, isOwn: true, seesPrivate: true };
      const resource = eventResource(wholeItem(item), options);
      return found('event', item.id, resource, `${item.fields.subject} ${item.fields.body.content}`);
    }),
  person: ({ mailboxes, user }) =>
    mailboxes
      .usersOf(user.tenantId)
      .map((person) => found('person', person.id, personResource(person), `${person.displayName} ${person.mail}`)),
};

function found(type: string, hitId: string, resource: Resource, text: string): Found {
  const summary = text
    .replaceAll(/<[^>]*>|\s+/g, ' ')
    .trim()
    .slice(0, 120);
  return { text, hit: { hitId, summary, resource: { '@odata.type': `#microsoft.graph.${type}`, ...resource } } };
}

function isMet(text: string, words: readonly string[]): boolean {
  const whole = text.toLowerCase();
  return words.every((word) => whole.includes(word.toLowerCase().replaceAll('"', '')));
}
