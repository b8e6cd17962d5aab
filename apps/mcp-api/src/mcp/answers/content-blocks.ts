import type { ContentAnnotations, ContentPart, ResourceContent } from '@app/domain';
import { type Annotations, type ContentBlock, type EmbeddedResource, isSpecType } from '@modelcontextprotocol/server';

/** The first revisions that know a type; a client of an older one would refuse the whole result. */
const SINCE: Partial<Record<ContentPart['type'], string>> = { audio: '2025-03-26', resource_link: '2025-06-18' };

/**
 * The parts of a result that a client of this revision knows; the text of the result names the others too.
 * @throws Error for a part that MCP does not allow, as one of a priority of 2
 */
export function toContentBlocks(parts: readonly ContentPart[], revision: string): ContentBlock[] {
  return parts.filter(({ type }) => (SINCE[type] ?? '') <= revision).map(toAllowedBlock);
}

function toAllowedBlock(part: ContentPart): ContentBlock {
  const block = toContentBlock(part);
  if (!isSpecType.ContentBlock(block)) throw new Error(`A part of type ${part.type} is not as MCP has it.`);
  return block;
}

export function toContentBlock(part: ContentPart): ContentBlock {
  const annotations = part.annotations && toAnnotations(part.annotations);
  switch (part.type) {
    case 'image':
    case 'audio':
      return { type: part.type, data: base64(part.bytes), mimeType: part.mimeType, annotations };
    case 'resource':
      return { type: 'resource', resource: toResourceContents(part), annotations };
    case 'resource_link':
      return { ...part, annotations };
  }
}

/** @throws Error for a resource of both text and bytes, or of neither */
export function toResourceContents({ uri, mimeType, text, bytes }: ResourceContent): EmbeddedResource['resource'] {
  if (text !== undefined && bytes === undefined) return { uri, mimeType, text: text.toWellFormed() };
  if (bytes !== undefined && text === undefined) return { uri, mimeType, blob: base64(bytes) };
  throw new Error('A resource must have either text or bytes.');
}

export function toAnnotations({ audience, ...rest }: ContentAnnotations): Annotations {
  return { ...rest, audience: audience && [...audience] };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
