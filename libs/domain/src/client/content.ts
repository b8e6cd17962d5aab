import { quoteLine } from '../answer/quote-line.js';

/** What MCP lets a host know about a part of a result (2025-11-25 and 2026-07-28, "Annotations"). */
export interface ContentAnnotations {
  /** Whom it is for: the person, the model, or both. */
  readonly audience?: readonly ('user' | 'assistant')[];
  /** From 0, which may be left out, to 1, which is required. */
  readonly priority?: number;
  /** ISO 8601. */
  readonly lastModified?: string;
}

/** A picture or a sound. */
export interface MediaContent {
  readonly type: 'image' | 'audio';
  readonly mimeType: string;
  readonly bytes: Uint8Array;
  readonly annotations?: ContentAnnotations;
}

/** What stands at an address: a text, or bytes. */
export interface ResourceContent {
  readonly uri: string;
  readonly mimeType?: string;
  /** Exactly one of the two. */
  readonly text?: string;
  readonly bytes?: Uint8Array;
}

/** A whole resource within a result. */
export interface EmbeddedResource extends ResourceContent {
  readonly type: 'resource';
  readonly annotations?: ContentAnnotations;
}

/** An address that the client can read by `resources/read`, or open. */
export interface ResourceLink {
  readonly type: 'resource_link';
  readonly uri: string;
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly mimeType?: string;
  /** In bytes. */
  readonly size?: number;
  readonly annotations?: ContentAnnotations;
}

/** What a result carries beside its data and its text. Not every host shows it, so both must be enough without it. */
export type ContentPart = MediaContent | EmbeddedResource | ResourceLink;

/** Parts of one result. */
const MAX_PARTS = 20;
/** Bytes of all parts of a result together, before base64. */
export const MAX_CONTENT_BYTES = 4 * 1024 * 1024;

/** The parts that fit into one result, the first ones first, and lines for its text about each of them and about the others. */
export function fitContent(parts: readonly ContentPart[]): {
  readonly content: readonly ContentPart[];
  readonly lines: readonly string[];
} {
  let bytes = 0;
  const content = parts.filter((part, index) => {
    const fits = index < MAX_PARTS && bytes + sizeOf(part) <= MAX_CONTENT_BYTES;
    if (fits) bytes += sizeOf(part);
    return fits;
  });
  const left = parts.length - content.length;
  const note = `note: ${left} part(s) were left out: a result holds ${MAX_PARTS} parts and ${MAX_CONTENT_BYTES / 1024 / 1024} MiB.`;
  return { content, lines: [...content.map(lineOf), ...(left > 0 ? [note] : [])] };
}

/** In bytes, before base64; a link has none. */
export function sizeOf(part: ContentPart): number {
  if (part.type === 'resource_link') return 0;
  const text = part.type === 'resource' ? (part.text ?? '') : '';
  return new TextEncoder().encode(text).length + (part.bytes?.length ?? 0);
}

/** For hosts that show only the first text. */
function lineOf(part: ContentPart): string {
  const type = part.mimeType === undefined ? '' : ` of type ${quoteLine(part.mimeType, 100)}`;
  if (part.type === 'resource_link') return `content: a link to ${quoteLine(part.uri)}, ${quoteLine(part.name)}${type}`;
  const at = part.type === 'resource' ? ` ${quoteLine(part.uri)}` : '';
  return `content: ${part.type}${at}${type}, ${sizeOf(part)} bytes`;
}
