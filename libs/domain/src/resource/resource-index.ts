import { isTemplate, type Resource, type ResourceTemplate } from './resource.js';
import { matchTemplate, parseTemplate, type UriTemplate } from './uri-template.js';

/** What stands at an address. */
export type FoundResource =
  | { readonly resource: Resource }
  | { readonly resource: ResourceTemplate; readonly variables: Readonly<Record<string, string>> };

/** The resources of a deployment, by address. */
export class ResourceIndex {
  readonly #byUri: ReadonlyMap<string, Resource>;
  readonly #templates: readonly { readonly form: UriTemplate; readonly resource: ResourceTemplate }[];
  /** In the order of their declaration. */
  readonly all: readonly (Resource | ResourceTemplate)[];

  /** @throws Error for a template that is wrong */
  constructor(resources: readonly (Resource | ResourceTemplate)[]) {
    this.all = resources;
    this.#byUri = new Map(resources.flatMap((one) => (isTemplate(one) ? [] : [[one.uri, one]])));
    this.#templates = resources
      .filter(isTemplate)
      .map((resource) => ({ form: parseTemplate(resource.uriTemplate), resource }));
  }

  /** A resource of this very address, or else the first template that it fits. */
  find(uri: string): FoundResource | undefined {
    const resource = this.#byUri.get(uri);
    if (resource) return { resource };
    for (const template of this.#templates) {
      const variables = matchTemplate(template.form, uri);
      if (variables) return { resource: template.resource, variables };
    }
    return undefined;
  }

  findTemplate(uriTemplate: string): ResourceTemplate | undefined {
    return this.#templates.find(({ resource }) => resource.uriTemplate === uriTemplate)?.resource;
  }
}
