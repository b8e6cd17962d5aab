import { ToolCatalog } from '@app/domain';
import { type DynamicModule, Module } from '@nestjs/common';
import { AppConfig } from '@app/config';

/** The configuration and the tools of this deployment, for everyone: the guards ask the catalog too. */
@Module({})
export class CatalogModule {
  static register(config: AppConfig, catalog: ToolCatalog): DynamicModule {
    return {
      module: CatalogModule,
      global: true,
      providers: [
        { provide: AppConfig, useValue: config },
        { provide: ToolCatalog, useValue: catalog },
      ],
      exports: [AppConfig, ToolCatalog],
    };
  }
}
