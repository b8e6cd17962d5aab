import { EXTRACTION_LIMITS, type ExtractionLimits, ProcessTextExtractor } from '@app/documents';
import { type DocumentFile, DomainError, type ExtractedText } from '@app/domain';
import { DOCUMENT_READER } from '../../support/compiled.js';

/** Other suites keep the machine busy meanwhile: the time limit has a test of its own. */
const PATIENCE = { milliseconds: 100_000, longestWaitMs: 100_000, waiting: 1_000, waitingPerPerson: 1_000 };

export function anExtractor(limits: Partial<ExtractionLimits> = {}): ProcessTextExtractor {
  return new ProcessTextExtractor({
    limits: { ...EXTRACTION_LIMITS, ...PATIENCE, ...limits },
    entry: DOCUMENT_READER,
  });
}

/** For all suites: its processes read one document after the other. */
export const documents = anExtractor();

/** The text of a document: by the shared processes, or with limits by one that is ended then. */
export async function read(file: DocumentFile, limits?: Partial<ExtractionLimits>): Promise<ExtractedText> {
  const extractor = limits ? anExtractor(limits) : documents;
  try {
    return await extractor.textOf(file, new AbortController());
  } finally {
    if (extractor !== documents) extractor.onModuleDestroy();
  }
}

/** The error with which a document is refused. */
export async function refusal(file: DocumentFile, limits?: Partial<ExtractionLimits>): Promise<DomainError> {
  const error = await read(file, limits).catch((thrown: unknown) => thrown);
  if (error instanceof DomainError) return error;
  throw new Error('It was read.', { cause: error });
}
