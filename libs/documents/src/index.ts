export { DocumentsModule } from './documents.module.js';
export { EXTRACTION_LIMITS, type ExtractionLimits, WorkerTextExtractor } from './worker-text-extractor.js';
