import type { BodyFormat } from '@app/domain';
import type { ItemBody } from '@microsoft/microsoft-graph-types';

const DOCUMENT_START = /^\s{0,100}<(?:!doctype html|html|head|body)\b/i;

/** In what a body came, which its type says and not what was preferred; where the type is missing, its beginning. */
export function formatOf(body: ItemBody | null | undefined): BodyFormat {
  const type = body?.contentType?.toLowerCase();
  if (type === 'html' || type === 'text') return type;
  return DOCUMENT_START.test(body?.content ?? '') ? 'html' : 'text';
}
