import { patternProblem } from './portable-pattern.js';

/** A JSON Schema as it stands in a tool list. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Keywords for which a host is known to refuse a tool, and often the whole list with it. */
const REFUSED: readonly string[] = [
  ...['anyOf', 'oneOf', 'allOf', 'not', 'if', 'then', 'else', '$ref', '$defs', 'definitions', 'nullable'],
  ...['propertyNames', 'patternProperties', 'unevaluatedProperties', 'minProperties', 'maxProperties'],
  ...['dependencies', 'dependentRequired', 'dependentSchemas'],
  ...['prefixItems', 'additionalItems', 'unevaluatedItems', 'contains', 'uniqueItems'],
  ...['exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'contentEncoding', 'contentMediaType', 'contentSchema'],
];
/** Only in arguments: no host hands the schema of a result to a model. */
const REFUSED_IN_INPUT: readonly string[] = ['const', 'format', 'examples', 'readOnly', 'writeOnly', 'deprecated'];
/** What to write in zod where a keyword comes from a common method. */
const INSTEAD: Readonly<Record<string, string>> = {
  exclusiveMinimum: ' is a keyword that some hosts refuse: use .min() in place of .positive() or .gt()',
  exclusiveMaximum: ' is a keyword that some hosts refuse: use .max() in place of .negative() or .lt()',
  anyOf: ' is a keyword that some hosts refuse: use one type, without .nullable() or z.union()',
  multipleOf: ' is a keyword that some hosts refuse: use z.int(), or check the value in the tool',
  format: ' is a keyword that some hosts refuse: use z.string(), and check the value in the tool',
};
const TYPES: readonly unknown[] = ['object', 'array', 'string', 'integer', 'number', 'boolean'];
/** Of 32 bits, which every host can hold. */
const LARGEST = 2 ** 31 - 1;

/** Why some host would refuse a tool for the schema of its arguments or of its result, with the place of each reason. */
export function schemaProblems(schema: JsonSchema, of: 'input' | 'output'): string[] {
  const refused = of === 'input' ? [...REFUSED, ...REFUSED_IN_INPUT] : REFUSED;
  return placesIn(schema, '$').flatMap(({ place, at }) => [
    ...refused
      .filter((keyword) => keyword in at)
      .map((keyword) => `${place}: ${keyword}${INSTEAD[keyword] ?? ' is a keyword that some hosts refuse'}`),
    ...typeProblems(at).map((problem) => `${place}: ${problem}`),
  ]);
}

/** Arguments that say nothing about themselves; not what is in a list. */
export function undescribed(schema: JsonSchema): string[] {
  return placesIn(schema, '$')
    .filter(({ place, at }) => place !== '$' && !place.endsWith('[]') && !at['description'])
    .map(({ place }) => place);
}

interface Place {
  readonly place: string;
  readonly at: JsonSchema;
}

/** Every schema within a schema, with its path. */
function placesIn(at: JsonSchema, place: string): Place[] {
  const properties = Object.entries(objectOf(at['properties']));
  const inside = properties.flatMap(([name, schema]) => placesIn(objectOf(schema), `${place}.${name}`));
  const items = at['items'] === undefined ? [] : placesIn(objectOf(at['items']), `${place}[]`);
  const others = at['additionalProperties'];
  const values = typeof others === 'object' && others !== null ? placesIn(objectOf(others), `${place}.*`) : [];
  return [{ place, at }, ...inside, ...items, ...values];
}

function typeProblems(at: JsonSchema): string[] {
  const { type, pattern, enum: words } = at;
  const problem = typeof pattern === 'string' ? patternProblem(pattern) : undefined;
  const isWords = words === undefined || (Array.isArray(words) && words.every((word) => typeof word === 'string'));
  return [
    ...(TYPES.includes(type) ? [] : ['not one type']),
    ...(type === 'array' && at['items'] === undefined ? ['a list without items'] : []),
    ...(type === 'integer' && typeof at['maximum'] !== 'number' ? ['an integer without maximum'] : []),
    ...LIMITS.filter((limit) => Math.abs(Number(at[limit] ?? 0)) > LARGEST).map(
      (limit) => `${limit} of more than 32 bits`,
    ),
    ...(isWords ? [] : ['enum of more than words']),
    ...(problem === undefined ? [] : [`pattern with ${problem}`]),
  ];
}

const LIMITS = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'default'];

function objectOf(value: unknown): JsonSchema {
  return typeof value === 'object' && value !== null ? (value as JsonSchema) : {};
}
