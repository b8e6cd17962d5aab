import type { Primitive, ToolCatalog } from '@app/domain';

/** What a request uses of the catalog. */
export interface UsedPrimitive {
  readonly kind: 'tool' | 'prompt' | 'resource';
  readonly primitive: Primitive;
}

/** The tools, prompts and resources that a JSON-RPC body, single or batch, uses; names that the catalog has not are left out. */
export function usedPrimitives(body: unknown, catalog: ToolCatalog): readonly UsedPrimitive[] {
  const messages: readonly unknown[] = Array.isArray(body) ? body : [body];
  return messages.flatMap((message) => {
    if (!isRecord(message) || !isRecord(message.params)) return [];
    return usedBy(message.method, message.params, catalog) ?? [];
  });
}

type Json = Record<string, unknown>;

function usedBy(method: unknown, params: Json, catalog: ToolCatalog): UsedPrimitive | undefined {
  switch (method) {
    case 'tools/call':
      return found('tool', catalog.findTool(textOf(params.name)));
    case 'prompts/get':
      return found('prompt', catalog.findPrompt(textOf(params.name)));
    case 'resources/read':
      return found('resource', catalog.resources.find(textOf(params.uri))?.resource);
    case 'completion/complete':
      return isRecord(params.ref) ? completed(params.ref, catalog) : undefined;
    default:
      return undefined;
  }
}

function completed({ type, name, uri }: Json, catalog: ToolCatalog): UsedPrimitive | undefined {
  if (type === 'ref/prompt') return found('prompt', catalog.findPrompt(textOf(name)));
  return type === 'ref/resource' ? found('resource', catalog.resources.findTemplate(textOf(uri))) : undefined;
}

/** What is no text is no name. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function found(kind: UsedPrimitive['kind'], primitive: Primitive | undefined): UsedPrimitive | undefined {
  return primitive && { kind, primitive };
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
