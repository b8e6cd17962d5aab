import { TextExtractor } from '@app/domain';
import { type DynamicModule, Module } from '@nestjs/common';
import { DocumentsConfig } from './documents.config.js';
import { ProcessTextExtractor } from './process-text-extractor.js';

/** Provides `TextExtractor`. */
@Module({})
export class DocumentsModule {
  static register(config: DocumentsConfig): DynamicModule {
    return {
      module: DocumentsModule,
      providers: [
        { provide: DocumentsConfig, useValue: config },
        { provide: TextExtractor, useClass: ProcessTextExtractor },
      ],
      exports: [TextExtractor],
    };
  }
}
