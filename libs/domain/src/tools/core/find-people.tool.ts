import { z } from 'zod';
import type { Listed } from '../../ports/listed.js';
import type { PeopleSearch, FoundPerson } from '../../ports/people.port.js';
import { defineTool, type ToolContext } from '../../tool/tool.js';
import { UNTRUSTED } from '../shared/inputs.js';
import { notesOf } from '../shared/notes.js';
import { unreachableNote } from '../shared/skipped-note.js';

const WIDER =
  'Only people whom the signed-in person works with were searched; searching the directory needs the scope User.ReadBasic.All.';

/** Names to addresses, so that no agent guesses one. */
export const findPeople = defineTool({
  name: 'find_people',
  title: 'Find people',
  description:
    'Finds e-mail addresses of people by name or part of an address. Use it before any tool that takes an address; never guess one. If several people match, ask which one is meant.',
  toolset: 'core',
  input: z.strictObject({
    query: z.string().min(1).max(100).describe('A name, part of a name, or the start of an address'),
    limit: z.int().min(1).max(25).describe('Maximum number of people').default(10),
  }),
  output: z.object({
    people: z
      .array(z.object({ name: z.string(), address: z.string(), title: z.string().optional() }))
      .describe(UNTRUSTED),
    ambiguous: z.literal(true).describe('Several match: ask which one is meant').optional(),
    notes: z.array(z.string()).optional(),
  }),
  requiredScopes: ['People.Read'],
  optionalScopes: ['User.ReadBasic.All'],
  scopesInstead: ['User.ReadBasic.All'],
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  effects: { reaches: 'nobody' },
  async execute(search, context) {
    const people = await found(search, context);
    const narrow = people.length === 0 && !context.user.may('User.ReadBasic.All') ? WIDER : undefined;
    return {
      data: {
        people: people.map(({ name, address, title }) => ({ name, address, title })),
        ambiguous: people.length > 1 ? (true as const) : undefined,
        notes: notesOf(narrow, unreachableNote(people.skipped, 'people')),
      },
      summary: summaryOf(people),
    };
  },
});

/** The directory is asked only when nobody known fits, or nobody may be known. */
async function found(search: PeopleSearch, { people, user }: ToolContext): Promise<Listed<FoundPerson>> {
  if (!user.may('People.Read')) return people.findInDirectory(user, search);
  const known = await people.findKnown(user, search);
  return known.length > 0 || !user.may('User.ReadBasic.All') ? known : people.findInDirectory(user, search);
}

function summaryOf({ length }: readonly FoundPerson[]): string {
  if (length === 0) return 'Nobody was found.';
  return length === 1 ? 'One person was found.' : `${length} people match: ask which one is meant.`;
}
