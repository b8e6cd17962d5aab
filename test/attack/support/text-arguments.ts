import { type Tool, TOOLS } from '@app/domain';
import { z } from 'zod';

/** A place in a tool's arguments where the caller writes free text. */
export interface TextArgument {
  readonly tool: string;
  readonly argument: string;
  /** The argument is a list of texts. */
  readonly list: boolean;
  readonly kind: Kind;
}

/** What a tool makes of a text: arguments of one kind pass the same checks on their way to Graph. */
const KINDS = {
  id: /Ids?$|^(?:folder|parentFolder|moveTo)$/,
  address: /ttendees$|^(?:addresses|calendarOf|people|to|cc|bcc)$/,
  time: /^(?:from|start|end|since|until|proposedStart|proposedEnd)$/,
  zone: /^timeZone$/,
  cursor: /^cursor$/,
  place: /^(?:path|link|version|idempotencyKey)$/,
  words: /^/,
} as const;

export type Kind = keyof typeof KINDS;

interface Property {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Property;
}

/** Every text argument of every tool, as the tools' own schemas say. */
export const TEXT_ARGUMENTS: readonly TextArgument[] = TOOLS.flatMap((tool) =>
  Object.entries(propertiesOf(tool)).flatMap(([argument, property]) => {
    const list = property.type === 'array';
    return isText(list ? property.items : property)
      ? [{ tool: tool.name, argument, list, kind: kindOf(argument) }]
      : [];
  }),
);

function kindOf(argument: string): Kind {
  return (Object.keys(KINDS) as Kind[]).find((kind) => KINDS[kind].test(argument)) ?? 'words';
}

function propertiesOf({ input }: Tool): Readonly<Record<string, Property>> {
  return (z.toJSONSchema(input, { io: 'input' }).properties ?? {}) as Record<string, Property>;
}

function isText(property: Property | undefined): boolean {
  return property?.type === 'string' && property.enum === undefined;
}
