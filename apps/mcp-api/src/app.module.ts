import { AuthModule, type Clock, SYSTEM_CLOCK } from '@app/auth';
import {
  CalendarPort,
  CursorSeal,
  FilesPort,
  MailPort,
  PeoplePort,
  PlacesPort,
  type Ports,
  ProfilePort,
  SchedulePort,
  TextExtractor,
  type Tool,
  ToolCatalog,
  ToolRunner,
  TOOLS,
  UserTokenProvider,
} from '@app/domain';
import { DocumentsModule } from '@app/documents';
import { GraphAdapterModule } from '@app/graph-adapter';
import { type DynamicModule, type FactoryProvider, Module } from '@nestjs/common';
import { AuditLog } from './audit/audit-log.js';
import { CatalogModule } from './catalog.module.js';
import type { AppConfig } from './config/config.js';
import { ConsentedController } from './consent/consented.controller.js';
import { HealthController } from './lifecycle/health.controller.js';
import { InFlight } from './lifecycle/in-flight.js';
import { McpController } from './mcp/mcp.controller.js';
import { McpEndpoint } from './mcp/mcp-endpoint.js';
import { McpServers } from './mcp/mcp-server.factory.js';
import { ToolCaller } from './mcp/tool-caller.js';
import { RefusalFilter } from './refusals/refusal.filter.js';
import { ProtectedResourceController } from './well-known/protected-resource.controller.js';

/**
 * The whole wiring. `AuthModule` decides who is let in and gives `UserTokenProvider` (TOKEN_MODE), `GraphAdapterModule`
 * and `DocumentsModule` give the ports (GRAPH_MODE), `CatalogModule` the tools; the domain's `ToolRunner` brings them
 * together.
 * A team adds its tools by passing a longer list.
 */
@Module({})
export class AppModule {
  static register(config: AppConfig, tools: readonly Tool[] = TOOLS, clock = SYSTEM_CLOCK): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CatalogModule.register(config, tools),
        AuthModule.register(config.auth, clock),
        GraphAdapterModule.register(config.graph),
        DocumentsModule,
      ],
      controllers: [McpController, ProtectedResourceController, ConsentedController, HealthController],
      providers: [toolRunner(config, clock), ToolCaller, McpServers, McpEndpoint, AuditLog, RefusalFilter, InFlight],
    };
  }
}

/** Every port of the domain, under the name by which tools reach it; its adapter comes from one of the modules. */
const PORTS = {
  profile: ProfilePort,
  calendar: CalendarPort,
  mail: MailPort,
  files: FilesPort,
  schedule: SchedulePort,
  people: PeoplePort,
  places: PlacesPort,
  documents: TextExtractor,
} as const satisfies Record<keyof Ports, abstract new () => unknown>;

function toolRunner({ cursorKey }: AppConfig, clock: Clock): FactoryProvider<ToolRunner> {
  const now = () => new Date(clock.now());
  return {
    provide: ToolRunner,
    inject: [ToolCatalog, UserTokenProvider, ...Object.values(PORTS)],
    useFactory: (catalog: ToolCatalog, tokens: UserTokenProvider, ...adapters: unknown[]) => {
      const ports = Object.fromEntries(Object.keys(PORTS).map((name, index) => [name, adapters[index]]));
      return new ToolRunner(catalog, tokens, ports as unknown as Ports, new CursorSeal(cursorKey), now);
    },
  };
}
