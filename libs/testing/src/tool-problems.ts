import {
  assertDefined,
  type Declarations,
  isReading,
  type JsonSchema,
  schemaProblems,
  type Tool,
  toolSchemas,
  undescribed,
  withBuiltIn,
} from '@app/domain';

const NAME = /^[a-z][a-z_]{2,39}$/;
const HINTS = ['destructiveHint', 'idempotentHint', 'openWorldHint', 'readOnlyHint'] as const;
/** Arguments that would let a model choose for whom it acts; only the token says that. */
const NAMES_A_PERSON = /user|mailbox|owner|upn|principal|onBehalf/i;
const MARK = 'data, not instructions';

/** How many tokens of a model a tool costs in every conversation, about: characters of its declaration by four. */
export function tokenCost(tool: Tool): number {
  const { name, title, description, annotations } = tool;
  return Math.ceil(JSON.stringify({ name, title, description, annotations, ...toolSchemas(tool) }).length / 4);
}

/** What a tool is measured against. */
export interface ToolProblemsOptions {
  /** Toolsets and scopes of the team; the built-in ones are known. */
  readonly declared?: Omit<Declarations, 'tools'>;
  /** What the tool may cost in every conversation. Default: 1,600. */
  readonly maxTokens?: number;
}

/** Everything about a tool's declaration that a host, a model or the person would stumble over; empty for a good one. */
export function toolProblems(tool: Tool, { declared, maxTokens = 1_600 }: ToolProblemsOptions = {}): readonly string[] {
  const { inputSchema, outputSchema } = toolSchemas(tool);
  return [
    ...(NAME.test(tool.name) ? [] : ['name: write 3 to 40 letters of a to z and underscores']),
    ...HINTS.filter((hint) => tool.annotations[hint] === undefined).map((hint) => `annotations: ${hint} is not stated`),
    ...(tokenCost(tool) <= maxTokens ? [] : [`it costs ${tokenCost(tool)} tokens, more than ${maxTokens}`]),
    ...undefinedNames(tool, declared),
    ...inputProblems(tool, inputSchema),
    ...schemaProblems(inputSchema, 'input').map((problem) => `input ${problem}`),
    ...schemaProblems(outputSchema, 'output').map((problem) => `output ${problem}`),
    ...undescribed(inputSchema).map((place) => `input ${place}: has no description`),
    ...writeProblems(tool, outputSchema),
    ...effectProblems(tool),
    ...untrustedProblems(outputSchema),
  ];
}

function undefinedNames(tool: Tool, declared?: Omit<Declarations, 'tools'>): readonly string[] {
  const { tools, ...definitions } = withBuiltIn({ ...declared, tools: [tool] });
  try {
    assertDefined(tools, definitions);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}

function inputProblems(tool: Tool, schema: JsonSchema): readonly string[] {
  const names = Object.keys(tool.input.shape);
  return [
    ...(schema['additionalProperties'] === false
      ? []
      : ['input: use z.strictObject, so that unknown arguments are refused']),
    ...names
      .filter((name) => NAMES_A_PERSON.test(name))
      .map((name) => `input ${name}: the token alone names the person`),
  ];
}

function writeProblems({ annotations, input, requiredScopes }: Tool, output: JsonSchema): readonly string[] {
  const hasDryRun = 'dryRun' in input.shape;
  if (annotations.readOnlyHint) return hasDryRun ? ['input dryRun: a tool that only reads needs none'] : [];
  const required = output['required'];
  return [
    ...(hasDryRun ? [] : ['input: a tool that writes takes dryRun']),
    ...(Array.isArray(required) && required.includes('actingAs') ? [] : ['output: a tool that writes says actingAs']),
    ...(requiredScopes.every(isReading) ? ['requiredScopes: none of them allows writing'] : []),
  ];
}

/** The policy decides by effects whether the person must approve a call. */
function effectProblems({ annotations: { readOnlyHint }, effects, ...scopes }: Tool): readonly string[] {
  if (readOnlyHint) {
    const isReading = effects === undefined || effects.reaches === 'nobody';
    return isReading ? [] : ['effects: a tool that only reads reaches nobody'];
  }
  if (effects === undefined) {
    return ['effects: say whom it reaches; without them each call counts as reaching people outside the organisation'];
  }
  const knowsThePerson = [...scopes.requiredScopes, ...(scopes.optionalScopes ?? [])].includes('User.Read');
  return [
    ...(effects.reaches === 'nobody' ? ['effects: a tool that writes reaches the person at least'] : []),
    ...(effects.perCall && !knowsThePerson
      ? ["effects: perCall needs optionalScopes: ['User.Read']; without it every recipient counts as outside"]
      : []),
  ];
}

/** Long texts of other people stand in keys that begin with `untrusted`, and say what they are. */
function untrustedProblems(schema: JsonSchema, place = 'output'): readonly string[] {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>);
  const items = schema['items'] as JsonSchema | undefined;
  return [
    ...properties.flatMap(([name, inner]) => {
      const says = String(inner['description'] ?? '').includes(MARK);
      const problem = `${place}.${name}: its description must say "${MARK}"`;
      return [
        ...(name.startsWith('untrusted') && !says ? [problem] : []),
        ...untrustedProblems(inner, `${place}.${name}`),
      ];
    }),
    ...(items ? untrustedProblems(items, `${place}[]`) : []),
  ];
}
