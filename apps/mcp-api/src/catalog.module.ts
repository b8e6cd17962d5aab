import { type Tool, ToolCatalog } from '@app/domain';
import { type DynamicModule, Module } from '@nestjs/common';
import { AppConfig } from './config/config.js';

/** The configuration and the tools of this deployment, for everyone: the guards ask the catalog too. */
@Module({})
export class CatalogModule {
  static register(config: AppConfig, tools: readonly Tool[]): DynamicModule {
    return {
      module: CatalogModule,
      global: true,
      providers: [
        { provide: AppConfig, useValue: config },
        { provide: ToolCatalog, useValue: new ToolCatalog(tools, config.policy) },
      ],
      exports: [AppConfig, ToolCatalog],
    };
  }
}
