import { effectsOf, type JsonSchema, type Reach, type Tool, toolSchemas } from '@app/domain';
import { markdownTable } from '../docs/generated.js';

/** One call that was made, and what the person had asked for. */
export interface Example {
  readonly words: string;
  readonly args: object;
}

const INTRODUCTION = `# Tools

Every tool: what it takes, what it answers, the scopes it needs, and an example. Made from the declarations by \`test/use-cases\`, which makes each example's call against the local tenant.

A tool that writes takes \`dryRun\`, and answers \`actingAs\` and \`done\`, which is false after a dry run. Texts that other people wrote are marked as data. Ids in examples are left out (…).`;

/** The whole of docs/tools.md. */
export function toolsPage(tools: readonly Tool[], examples: ReadonlyMap<string, Example>): string {
  const toolsets = [...new Set(tools.map(({ toolset }) => toolset))];
  const sections = toolsets.flatMap((toolset) => [
    `## Toolset \`${toolset}\``,
    ...tools.filter((tool) => tool.toolset === toolset).map((tool) => section(tool, examples.get(tool.name))),
  ]);
  return `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
}

function section(tool: Tool, example: Example | undefined): string {
  const { inputSchema, outputSchema } = toolSchemas(tool);
  return [
    `### \`${tool.name}\``,
    `**${tool.title}.** ${tool.description}`,
    `Scopes: ${scopesOf(tool)}. ${hintsOf(tool)}. ${effectsWords(tool)}`,
    ...tableOf('argument', fieldsOf(inputSchema)),
    ...tableOf('result', fieldsOf(outputSchema)),
    ...(example ? [`"${example.words}":`, `\`\`\`json\n${shown(example.args)}\n\`\`\``] : []),
  ].join('\n\n');
}

function scopesOf({ requiredScopes, optionalScopes = [], scopesWith = {} }: Tool): string {
  const optional = optionalScopes.length > 0 ? `; uses ${optionalScopes.join(', ')}` : '';
  const more = Object.entries(scopesWith).map(([toolset, scopes]) => `; with ${toolset}: ${scopes.join(', ')}`);
  return `${requiredScopes.join(', ')}${optional}${more.join('')}`;
}

const REACHED: Record<Reach, string> = {
  nobody: 'Reaches nobody',
  person: 'Reaches nobody but the person',
  insiders: 'Can reach others of the organisation',
  outsiders: 'Can reach people outside the organisation',
};

function effectsWords(tool: Tool): string {
  const { reaches, shares, deletes } = effectsOf(tool);
  return `${REACHED[reaches]}${shares ? ', shares' : ''}${deletes ? ', deletes' : ''}.`;
}

function hintsOf({ annotations }: Tool): string {
  if (annotations.readOnlyHint) return 'Reads only';
  return annotations.destructiveHint ? 'Writes, and may take something away' : 'Writes';
}

interface Field {
  readonly place: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly description: string;
}

function tableOf(what: string, fields: readonly Field[]): string[] {
  if (fields.length === 0) return [`No ${what}s.`];
  const rows = fields.map(({ place, type, isRequired, description }) => [
    `\`${place}\``,
    `${type}${isRequired ? '' : ', optional'}`,
    description,
  ]);
  return [markdownTable([what, 'type', 'what'], rows)];
}

function fieldsOf(schema: JsonSchema, within = ''): readonly Field[] {
  const required = (schema['required'] ?? []) as readonly string[];
  return Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>).flatMap(([name, field]) => {
    const items = field['items'] as JsonSchema | undefined;
    const place = `${within}${name}${items ? '[]' : ''}`;
    const description = String(field['description'] ?? '');
    const own = { place, type: typeOf(items ?? field), isRequired: required.includes(name), description };
    return [own, ...fieldsOf(items ?? field, `${place}.`)];
  });
}

function typeOf({ type, enum: words }: JsonSchema): string {
  return Array.isArray(words) ? words.map((word) => `\`${word}\``).join(' ') : String(type);
}

/** Ids differ from run to run. */
function shown(args: object): string {
  const cut = (_key: string, value: unknown) =>
    typeof value === 'string' && /^[\w"=+/!{},-]{20,}$/.test(value) ? '…' : value;
  return JSON.stringify(args, cut, 2);
}
