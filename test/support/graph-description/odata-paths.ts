import type { Schema } from './document.js';
import type { Types } from './types.js';

/** What a path of properties leads to; a `problem` where it leads nowhere. */
export type Step = { readonly schema: Schema; readonly problem?: undefined } | { readonly problem: string };

/** Follows `from/emailAddress/address`, or `microsoft.graph.fileAttachment/contentBytes`, from a type. */
export function follow(types: Types, type: string, path: string): Step {
  let current = type;
  let schema: Schema = { $ref: `#/components/schemas/${type}` };
  for (const part of path.split('/')) {
    if (/^microsoft\.graph\.\w+$/i.test(part)) {
      current = castTo(types, part);
      schema = { $ref: `#/components/schemas/${current}` };
      continue;
    }
    if (types.isOpen(current)) return { schema: {} };
    const member = types.membersOf(current).get(part);
    if (!member)
      return part.startsWith('@') || types.isBeyond(current, part)
        ? { schema: {} }
        : { problem: `${part} is not a property of ${current}` };
    schema = member.schema;
    current = types.nameOf(schema) ?? '';
  }
  return { schema };
}

/** The documentation writes casts in lower case too. */
function castTo(types: Types, name: string): string {
  return types.named(name) ?? name;
}
