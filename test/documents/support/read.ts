import { EXTRACTION_LIMITS, type ExtractionLimits, WorkerTextExtractor } from '@app/documents';
import { type DocumentFile, DomainError } from '@app/domain';

export function read(file: DocumentFile, limits: Partial<ExtractionLimits> = {}) {
  const extractor = new WorkerTextExtractor({ ...EXTRACTION_LIMITS, ...limits });
  return extractor.textOf(file, new AbortController().signal);
}

/** The error with which a document is refused. */
export async function refusal(file: DocumentFile, limits: Partial<ExtractionLimits> = {}): Promise<DomainError> {
  const error = await read(file, limits).catch((thrown: unknown) => thrown);
  if (error instanceof DomainError) return error;
  throw new Error('It was read.', { cause: error });
}
