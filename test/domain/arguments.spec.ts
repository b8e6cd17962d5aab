import { DomainError } from '@app/domain';
import { z } from 'zod';
import { readArguments } from '../../libs/domain/src/arguments/read-arguments.js';

/** With everything that a team's tool may have: nested objects, lists of them, words, limits, what is made of a value. */
const input = z.strictObject({
  subject: z.string().min(1).max(20),
  id: z.string().min(1).max(10).optional(),
  location: z.string().max(20).optional(),
  count: z.int().min(1).max(50).default(3),
  ratio: z.number().optional(),
  private: z.boolean().default(false),
  repeat: z.enum(['none', 'weekly']).describe('How often').default('none'),
  days: z
    .array(z.enum(['monday', 'sunday']))
    .max(7)
    .optional(),
  people: z.array(z.string().regex(/@/, 'must be one address')).default([]),
  place: z
    .strictObject({ name: z.string().min(1), floor: z.int().max(200).optional(), tags: z.array(z.string()).optional() })
    .optional(),
  steps: z.array(z.strictObject({ minutes: z.int().max(60), note: z.string().min(1).optional() })).optional(),
  nothing: z.string().nullable().optional(),
  trimmed: z
    .string()
    .min(1)
    .transform((text) => text.trim())
    .optional(),
});
const aliases = { title: 'subject', number: 'count' };

function read(args: unknown): z.output<typeof input> {
  return readArguments({ input, aliases }, args);
}

function mistake(args: unknown): string {
  try {
    read(args);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'invalid_arguments') return error.message;
    throw error;
  }
  throw new Error('the arguments were taken');
}

const least = read({ subject: 'x' });

describe('arguments that mean one thing are taken', () => {
  it.each([
    [{ id: null, location: null, count: null, private: null, repeat: null, days: null, people: null, place: null }, {}],
    [{ id: '', count: '', ratio: '', private: '', repeat: '', days: '', people: '', place: '', trimmed: '' }, {}],
    [{ location: '' }, { location: '' }],
    [{ nothing: null }, { nothing: null }],
    [{ count: '10' }, { count: 10 }],
    [{ count: ' 10 ' }, { count: 10 }],
    [{ count: '10.0' }, { count: 10 }],
    [{ ratio: '-0.5' }, { ratio: -0.5 }],
    [{ private: 'true' }, { private: true }],
    [{ private: 'False' }, { private: false }],
    [{ repeat: 'Weekly' }, { repeat: 'weekly' }],
    [{ days: 'monday' }, { days: ['monday'] }],
    [{ days: '["monday","Sunday"]' }, { days: ['monday', 'sunday'] }],
    [{ people: 'a@x' }, { people: ['a@x'] }],
    [{ people: '[]' }, { people: [] }],
    [{ place: '{"name":"A","floor":"3"}' }, { place: { name: 'A', floor: 3 } }],
    [{ place: { name: 'A', floor: null, tags: 'quiet' } }, { place: { name: 'A', tags: ['quiet'] } }],
    [{ steps: [{ minutes: '5', note: '' }, '{"minutes":6}'] }, { steps: [{ minutes: 5 }, { minutes: 6 }] }],
    [{ trimmed: ' a ' }, { trimmed: 'a' }],
    [{ count: 'null', private: 'undefined', repeat: ' ', days: 'null', place: ' null ' }, {}],
    [{ location: 'null' }, { location: 'null' }],
    [
      { count: '"10"', private: '"true"', repeat: '"weekly"' },
      { count: 10, private: true, repeat: 'weekly' },
    ],
    [{ days: '"[\\"monday\\"]"' }, { days: ['monday'] }],
    [{ days: ['["monday","sunday"]'] }, { days: ['monday', 'sunday'] }],
    [{ days: 'Monday, sunday' }, { days: ['monday', 'sunday'] }],
    [{ days: 'monday;sunday' }, { days: ['monday', 'sunday'] }],
    [{ days: ' MON-day ' }, { days: ['monday'] }],
    [{ days: 'Mon, SU' }, { days: ['monday', 'sunday'] }],
    [{ days: ['mo', 'Sund'] }, { days: ['monday', 'sunday'] }],
    [{ private: ' TRUE ' }, { private: true }],
    [{ count: 10.0 }, { count: 10 }],
    [{ people: 'a@x, b@x;c@x' }, { people: ['a@x, b@x;c@x'] }],
    [{ number: '4' }, { count: 4 }],
    [{ number: null }, {}],
    [{ number: 4, count: null }, { count: 4 }],
  ])('%j', (given, meant) => expect(read({ subject: 'x', ...given })).toEqual({ ...least, ...meant }));

  it('under their old names', () => expect(read({ title: 'x' })).toEqual(least));
});

describe('arguments that are in doubt are refused, saying what came and what would be right', () => {
  it.each([
    [undefined, '"subject" is missing: it must be text of 1 to 20 characters.'],
    [null, '"subject" is missing: it must be text of 1 to 20 characters.'],
    ['{"subject":', 'The arguments must be an object with subject, id'],
    [['x'], 'The arguments must be an object with subject, id'],
    [{ subject: null }, '"subject" must be text of 1 to 20 characters; null came.'],
    [{ subject: '' }, '"subject" is empty: it must be text of 1 to 20 characters.'],
    [{ subject: 5 }, '"subject" must be text of 1 to 20 characters; 5 came.'],
    [{ subject: { a: 1 } }, '"subject" must be text of 1 to 20 characters; an object came.'],
    [{ subject: 'x', count: 'ten' }, '"count" must be a whole number of 1 to 50; "ten" came.'],
    [{ subject: 'x', count: '1e1' }, '"count" must be a whole number of 1 to 50; "1e1" came.'],
    [{ subject: 'x', count: 51 }, '"count" must be a whole number of 1 to 50; 51 came.'],
    [{ subject: 'x', count: 1.5 }, '"count" must be a whole number of 1 to 50; 1.5 came.'],
    [{ subject: 'x', count: true }, '"count" must be a whole number of 1 to 50; true came.'],
    [{ subject: 'x', private: 1 }, '"private" must be true or false; 1 came.'],
    [{ subject: 'x', private: 'yes' }, '"private" must be true or false; "yes" came.'],
    [{ subject: 'x', repeat: 'daily' }, '"repeat" must be one of none, weekly; "daily" came. How often.'],
    [{ subject: 'x', days: [1] }, '"days[0]" must be one of monday, sunday; 1 came.'],
    [
      { subject: 'x', days: '[monday' },
      '"days" must be a list of at most 7 items, each one of monday, sunday; "[monday" came.',
    ],
    [{ subject: 'x', days: 'm' }, '"m" came'],
    [{ subject: 'x', days: 'monday, someday' }, '"monday, someday" came'],
    [{ subject: 'x', days: ['monday, sunday'] }, '"monday, sunday" came'],
    [{ subject: 'x', days: { monday: true } }, '"days" must be a list'],
    [{ subject: 'x', people: [''] }, '"people[0]" is empty: it must be one address.'],
    [{ subject: 'x', people: [null] }, '"people[0]" must be text; null came.'],
    [{ subject: 'x', place: [] }, '"place" must be an object with name, floor, tags; an empty list came.'],
    [{ subject: 'x', place: { name: 'A', flor: 1 } }, 'Unknown argument "flor" in "place". Did you mean "floor"?'],
    [{ subject: 'x', steps: [{ minutes: 99 }] }, '"steps[0].minutes" must be a whole number of at most 60; 99 came.'],
    [{ subject: 'x', title: 'y' }, '"title" is the old name of "subject", and both were given.'],
    [{ subject: 'x', text: 1 }, 'Unknown argument "text". Known: subject, id,'],
    [{ subject: 'a\u2028"\n\u202e'.repeat(9) }, 'text of 1 to 20 characters; "a\\u{2028}\\"\\n\\u{202e}'],
  ])('%j', (given, said) => expect(mistake(given)).toContain(said));

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'])('the name %s', (name) => {
    const given = JSON.parse(`{"subject":"x","${name}":{"private":true}}`) as object;
    expect(mistake(given)).toContain(`Unknown argument "${name}"`);
    expect(({} as Record<string, unknown>)['private']).toBeUndefined();
    expect(mistake({ subject: 'x', place: given })).toContain(`"place"`);
  });

  it('five of them, then how many more, and the known names once', () => {
    const given = Object.fromEntries(
      Array.from({ length: 90_000 }, (_, index) => [`unknown_argument_${index}`, index]),
    );
    const said = mistake(given);
    expect(said.match(/Unknown argument/g)).toHaveLength(4);
    expect(said).toContain('And 89996 more. Known: subject');
    expect(said.match(/Known:/g)).toHaveLength(1);
    expect(said.length).toBeLessThan(1_500);
  });

  it('one for each place, whatever is wrong there', () => {
    expect(mistake({ subject: 'x', people: Array(1_000).fill('nobody') })).toMatch(
      /^"people\[0\]".*"people\[4\]" must be one address; "nobody" came\. And 995 more\.$/,
    );
  });

  it('in time that grows with their size only', () => {
    const costOnce = (given: unknown) => {
      const before = process.cpuUsage();
      mistake(given);
      return process.cpuUsage(before).user;
    };
    // The cheapest of several: any of them may meet the garbage collector.
    const cost = (size: number) => {
      const given = JSON.parse(`{${Array.from({ length: size }, (_, index) => `"key_${index}":1`).join()}}`) as unknown;
      return Math.min(...Array.from({ length: 5 }, () => costOnce(given)));
    };
    cost(20_000);
    expect(cost(80_000)).toBeLessThan(20 * Math.max(cost(10_000), 5_000));
  });

  it('without following JSON in JSON without end', () => {
    let text = '1';
    for (let level = 0; level < 12; level++) text = JSON.stringify([text]);
    expect(mistake({ subject: 'x', steps: text })).toContain('"steps[0]"');
    expect(mistake({ subject: 'x', steps: `${'['.repeat(200_000)}${']'.repeat(200_000)}` })).toContain('"steps[0]"');
  });
});
