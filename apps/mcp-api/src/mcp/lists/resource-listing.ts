import { isTemplate, type Resource, type ResourceContent, type ResourceTemplate } from '@app/domain';
import type {
  ReadResourceResult,
  Resource as McpResource,
  ResourceTemplateType as McpTemplate,
} from '@modelcontextprotocol/server';
import { toAnnotations, toResourceContents } from '../answers/content-blocks.js';

/** A resource as `resources/list` shows it. */
export function toMcpResource({ uri, size, ...resource }: Resource): McpResource {
  return { ...common(resource), uri, size };
}

/** A template as `resources/templates/list` shows it. */
export function toMcpTemplate({ uriTemplate, ...resource }: ResourceTemplate): McpTemplate {
  return { ...common(resource), uriTemplate };
}

export function toReadResult(contents: readonly ResourceContent[]): ReadResourceResult {
  return { contents: contents.map(toResourceContents) };
}

/** Resources and templates, each list in the order of declaration. */
export function separated(resources: readonly (Resource | ResourceTemplate)[]): {
  readonly resources: readonly Resource[];
  readonly templates: readonly ResourceTemplate[];
} {
  return {
    resources: resources.filter((one): one is Resource => !isTemplate(one)),
    templates: resources.filter(isTemplate),
  };
}

type Common = Omit<Resource, 'uri' | 'size' | 'read'>;

function common({ name, title, description, mimeType, audience, priority, lastModified }: Common) {
  const isAnnotated = audience !== undefined || priority !== undefined || lastModified !== undefined;
  const annotations = isAnnotated ? toAnnotations({ audience, priority, lastModified }) : undefined;
  return { name, title, description, mimeType, annotations };
}
