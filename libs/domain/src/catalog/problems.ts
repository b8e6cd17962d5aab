import type { z } from 'zod';
import { isTemplate, type Resource, type ResourceTemplate } from '../resource/resource.js';
import type { Prompt } from '../prompt/prompt.js';
import { parseTemplate } from '../resource/uri-template.js';

/** What is wrong with the declaration of a prompt beside its names. */
export function promptProblems(prompt: Prompt): readonly string[] {
  return undeclared(`prompt ${prompt.name}`, prompt.arguments, prompt.complete);
}

/** What is wrong with the declarations of resources beside their names. */
export function resourceProblems(resources: readonly (Resource | ResourceTemplate)[]): readonly string[] {
  const addresses = resources.map((one) => (isTemplate(one) ? one.uriTemplate : one.uri));
  return [
    ...addresses
      .filter((address, index) => addresses.indexOf(address) !== index)
      .map((address) => `Two resources are at ${address}.`),
    ...resources.flatMap((one) => (isTemplate(one) ? templateProblems(one) : uriProblems(one))),
  ];
}

function uriProblems({ name, uri }: Resource): readonly string[] {
  return URL.canParse(uri) ? [] : [`The resource ${name} is at ${uri}, which is not an address.`];
}

function templateProblems({ name, uriTemplate, variables, complete }: ResourceTemplate): readonly string[] {
  try {
    const used = parseTemplate(uriTemplate).variables;
    const declared = Object.keys(variables.shape);
    const differing = [
      ...used.filter((one) => !declared.includes(one)),
      ...declared.filter((one) => !used.includes(one)),
    ];
    return [
      ...differing.map((one) => `The resource ${name} must have ${one} in both "uriTemplate" and "variables".`),
      ...undeclared(`resource ${name}`, variables, complete),
    ];
  } catch (error) {
    return [`The resource ${name} is wrong: ${(error as Error).message}`];
  }
}

function undeclared(who: string, schema: z.ZodObject | undefined, complete: object = {}): readonly string[] {
  const declared = Object.keys(schema?.shape ?? {});
  return Object.keys(complete)
    .filter((name) => !declared.includes(name))
    .map((name) => `The ${who} completes ${name}, which is not one of its arguments.`);
}
