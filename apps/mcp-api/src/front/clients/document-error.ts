/** Why a client-id metadata document cannot be used, as the end of a sentence that begins with "The document". */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
}
