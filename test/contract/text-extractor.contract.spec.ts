import { textExtractorContract } from '@app/testing';
import { anExtractor } from '../documents/support/read.js';
import { openDocuments } from './in-memory.harnesses.js';

describe('PlainTextExtractor', () => textExtractorContract(openDocuments));
describe('ProcessTextExtractor', () =>
  textExtractorContract(() => {
    const documents = anExtractor();
    return { documents, close: () => Promise.resolve(documents.onModuleDestroy()) };
  }));
