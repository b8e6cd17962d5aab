import { type Tool, TOOLS } from '@app/domain';
import fc from 'fast-check';
import type { z } from 'zod';
import { toMcpTool } from '../../apps/mcp-api/src/mcp/lists/tool-listing.js';
import { readArguments } from '../../libs/domain/src/arguments/read-arguments.js';

type Args = Readonly<Record<string, unknown>>;

interface Shape {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly items?: Shape;
}

/** One of these is right for every text that a tool takes. */
const TEXTS = [
  'AAMkADk=',
  'ben@example.com',
  'https://fernglas.example/a',
  'notes.md',
  '2026-11-23T09:00',
  'words',
  '',
];

function valueOf(shape: Shape, accepts: (value: unknown) => boolean): fc.Arbitrary<unknown> {
  if (shape.enum) return fc.constantFrom(...shape.enum);
  if (shape.type === 'integer') return fc.integer({ min: shape.minimum, max: shape.maximum });
  if (shape.type === 'boolean') return fc.boolean();
  if (shape.type === 'string') return fc.constantFrom(...TEXTS.filter(accepts));
  const item = valueOf(shape.items ?? { type: 'string' }, (value) => accepts([value]));
  return fc.array(item, { minLength: Math.max(1, shape.minItems ?? 0), maxLength: 3 });
}

/** Arguments that the tool's schema takes; whether what they ask for makes sense is for the tool. */
function argumentsOf(tool: Tool): fc.Arbitrary<Args> {
  const { properties = {}, required = [] } = toMcpTool(tool).inputSchema;
  const values = Object.entries(properties).map(([name, shape]) => {
    const field = tool.input.shape[name] as z.ZodType;
    return [name, valueOf(shape as unknown as Shape, (value) => field.safeParse(value).success)] as const;
  });
  return fc.record(Object.fromEntries(values), { requiredKeys: required });
}

function absent({ input }: Tool, args: Args): string[] {
  return Object.keys(input.shape).filter((name) => !Object.hasOwn(args, name));
}

/** As hosts send it that know texts only. */
function asText(value: unknown): unknown {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

describe.each(TOOLS.map((tool) => [tool.name, tool] as const))('%s', (_name, tool) => {
  const check = (twin: (args: Args) => Args) =>
    fc.assert(
      fc.property(argumentsOf(tool), (args) => {
        expect(readArguments(tool, twin(args))).toEqual(readArguments(tool, args));
      }),
      { numRuns: 40 },
    );

  it('takes null for whatever may be left out', () =>
    check((args) => ({ ...args, ...Object.fromEntries(absent(tool, args).map((name) => [name, null])) })));

  it('takes an empty text for whatever may be left out, unless it has a meaning of its own', () =>
    check((args) => {
      const meaningless = absent(tool, args).filter((name) => !MEANS_EMPTY.includes(name));
      return { ...args, ...Object.fromEntries(meaningless.map((name) => [name, ''])) };
    }));

  it('takes numbers, yes and no, and lists as text', () =>
    check((args) => Object.fromEntries(Object.entries(args).map(([name, value]) => [name, asText(value)]))));

  it('takes the one thing of a list of texts alone', () =>
    check((args) =>
      Object.fromEntries(
        Object.entries(args).map(([name, value]) => [
          name,
          Array.isArray(value) && value.length === 1 ? value[0] : value,
        ]),
      ),
    ));

  it('takes its old names', () =>
    check((args) => {
      const old = Object.entries(tool.aliases ?? {}).map(([was, is]) => [is, was] as const);
      const names = new Map<string, string>(old);
      return Object.fromEntries(Object.entries(args).map(([name, value]) => [names.get(name) ?? name, value]));
    }));
});

/** Where an empty text is an answer: no place, no words. A subject of mail too, but not of an event. */
const MEANS_EMPTY = ['location', 'body', 'subject', 'content'];

it('an empty text has a meaning of its own for places, subjects of mail and bodies only', () => {
  const keeps = TOOLS.flatMap(({ name, input }) =>
    Object.entries(input.shape)
      .filter(([, field]) => (field as z.ZodType).safeParse('').success)
      .map(([field]) => `${name}.${field}`),
  );
  expect(keeps).toEqual([
    'calendar_create_event.location',
    'calendar_create_event.body',
    'calendar_update_event.location',
    'calendar_update_event.body',
    'mail_create_draft.subject',
    'mail_create_draft.body',
    'mail_update_draft.subject',
    'mail_update_draft.body',
    'files_write_text.content',
  ]);
});

it.each([
  ['attendees', [{ emailAddress: { address: 'ben@example.com' } }], 'an object came'],
  ['attendees', [7], '7 came'],
  ['optionalAttendees', '[{"email":"ben@example.com"}]', 'an object came'],
])('who is no text among %s is told how addresses are written', (name, people, came) => {
  const create = TOOLS.find((tool) => tool.name === 'calendar_create_event');
  const args = { subject: 'x', start: '2027-05-03T09:00', end: '2027-05-03T10:00', [name]: people };
  const reading = () => create && readArguments(create, args);
  expect(reading).toThrow(
    `"${name}[0]" must be one address, as in ben@example.com or Ben Carter <ben@example.com>; ${came}`,
  );
});

it('a cursor is taken without the white space around it', () => {
  const search = TOOLS.find((tool) => tool.name === 'mail_search');
  expect(search && readArguments(search, { cursor: ' c2VhbGVk\n' })).toMatchObject({ cursor: 'c2VhbGVk' });
});
