import { EXTRACTION_LIMITS, type ExtractionLimits, WorkerTextExtractor } from '@app/documents';
import { type DocumentFile, DomainError } from '@app/domain';

export function read(file: DocumentFile, limits: Partial<ExtractionLimits> = {}) {
  const extractor = new WorkerTextExtractor({ ...EXTRACTION_LIMITS, milliseconds: PATIENCE_MS, ...limits });
  return extractor.textOf(file, new AbortController().signal);
}

/** Other suites keep the machine busy meanwhile: the time limit has a test of its own. */
const PATIENCE_MS = 100_000;

/** The error with which a document is refused. */
export async function refusal(file: DocumentFile, limits: Partial<ExtractionLimits> = {}): Promise<DomainError> {
  const error = await read(file, limits).catch((thrown: unknown) => thrown);
  if (error instanceof DomainError) return error;
  throw new Error('It was read.', { cause: error });
}
