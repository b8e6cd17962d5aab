import { TextExtractor } from '@app/domain';
import { Module } from '@nestjs/common';
import { WorkerTextExtractor } from './worker-text-extractor.js';

/** Provides `TextExtractor`. */
@Module({
  providers: [{ provide: TextExtractor, useFactory: () => new WorkerTextExtractor() }],
  exports: [TextExtractor],
})
export class DocumentsModule {}
