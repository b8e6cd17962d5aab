import { TOOLS } from '@app/domain';
import { isDeepStrictEqual } from 'node:util';
import type { Extension } from './extension.js';

/**
 * What several packages add, as one extension. Where one of them names no tools, the built-in ones are meant, as always.
 * What is the same in several of them is there once; what has the same name and is not the same stops the start.
 *
 * @throws Error naming the ports for which two packages bring an adapter
 */
export function mergeExtensions(...extensions: readonly Extension[]): Extension {
  const tools = once(extensions.flatMap((one) => one.tools ?? TOOLS));
  return {
    ...(extensions.length > 0 && { tools }),
    prompts: once(extensions.flatMap(({ prompts = [] }) => prompts)),
    resources: once(extensions.flatMap(({ resources = [] }) => resources)),
    toolsets: distinct(extensions.flatMap(({ toolsets = [] }) => toolsets)),
    scopes: distinct(extensions.flatMap(({ scopes = [] }) => scopes)),
    ports: mergedPorts(extensions),
  };
}

function once<Primitive>(primitives: readonly Primitive[]): readonly Primitive[] {
  return [...new Set(primitives)];
}

function distinct<Definition>(definitions: readonly Definition[]): readonly Definition[] {
  return definitions.filter((one, index) => definitions.findIndex((other) => isDeepStrictEqual(one, other)) === index);
}

function mergedPorts(extensions: readonly Extension[]): Extension['ports'] {
  const adapters = extensions.flatMap(({ ports = {} }) => Object.entries(ports));
  const ports = new Map(adapters);
  const twice = [...ports.keys()].filter((name) =>
    adapters.some(([other, one]) => other === name && one !== ports.get(name)),
  );
  if (twice.length > 0) throw new Error(`Two extensions bring an adapter for: ${twice.join(', ')}. Merge one of them.`);
  return Object.fromEntries(ports);
}
