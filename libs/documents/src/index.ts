export { DocumentsConfig, EXTRACTION_LIMITS, type ExtractionLimits } from './documents.config.js';
export { DocumentsModule } from './documents.module.js';
export { ProcessTextExtractor } from './process-text-extractor.js';
