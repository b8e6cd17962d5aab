import { AuthModule, type Clock, SYSTEM_CLOCK } from '@app/auth';
import {
  ApprovalRequests,
  CursorSeal,
  type Ports,
  PrimitiveRunner,
  ToolCatalog,
  ToolRunner,
  UserTokenProvider,
  withBuiltIn,
} from '@app/domain';
import { DocumentsModule } from '@app/documents';
import { GraphAdapterModule } from '@app/graph-adapter';
import { RedisStore } from '@app/redis';
import { type DynamicModule, type FactoryProvider, type InjectionToken, Module, type Provider } from '@nestjs/common';
import { approvalControllers, approvalProviders } from './approvals/approval.providers.js';
import { AuditLog } from './audit/audit-log.js';
import { CatalogModule } from './catalog.module.js';
import type { AppConfig } from '@app/config';
import { ConsentedController } from './consent/consented.controller.js';
import { assertPorts, type Extension, portProviders, portTokens } from './extension.js';
import { frontControllers, frontProviders } from './front/front.providers.js';
import { AdmissionGuard } from './http/admission.guard.js';
import { JsonBodyGuard } from './http/json-body.guard.js';
import { HealthController } from './lifecycle/health.controller.js';
import { InFlight } from './lifecycle/in-flight.js';
import { McpController } from './mcp/mcp.controller.js';
import { McpEndpoint } from './mcp/mcp-endpoint.js';
import { McpMethods } from './mcp/methods/mcp-methods.js';
import { McpServerFactory } from './mcp/mcp-server.factory.js';
import { Dispatcher } from './mcp/dispatch/dispatcher.js';
import { ClientChannels } from './mcp/client/client-channels.js';
import { RequestStates } from './mcp/client/request-state.js';
import { CallHandler } from './mcp/methods/call-handler.js';
import { CompletionMethods } from './mcp/methods/completion-methods.js';
import { PromptMethods } from './mcp/methods/prompt-methods.js';
import { ResourceMethods } from './mcp/methods/resource-methods.js';
import { Visibility } from './mcp/methods/visibility.js';
import { ToolMethods } from './mcp/methods/tool-methods.js';
import { redisProviders } from './redis.providers.js';
import { ErrorFilter } from './http/error.filter.js';
import { ProtectedResourceController } from './well-known/protected-resource.controller.js';

const METHODS = [ToolMethods, PromptMethods, ResourceMethods, CompletionMethods, McpMethods];
const ANSWERING = [Dispatcher, McpServerFactory, McpEndpoint];
const CONTROLLERS = [McpController, ProtectedResourceController, ConsentedController, HealthController];

/**
 * The whole wiring. `AuthModule` decides who is let in and gives `UserTokenProvider` (TOKEN_MODE), `GraphAdapterModule`
 * and `DocumentsModule` give the ports (GRAPH_MODE), `CatalogModule` the tools; the domain's `ToolRunner` brings them
 * together. A team adds its own by an `Extension`.
 */
@Module({})
export class AppModule {
  /** @throws Error naming what the extension uses and nobody defined */
  static register(config: AppConfig, extension: Extension = {}, clock = SYSTEM_CLOCK): DynamicModule {
    const { tools, ...definitions } = withBuiltIn(extension);
    assertPorts({ tools, ...definitions }, extension);
    const redis = config.redis && new RedisStore(config.redis);
    return {
      module: AppModule,
      imports: [
        CatalogModule.register(config, new ToolCatalog(tools, config.policy, definitions)),
        AuthModule.register(config.auth, clock, redis),
        GraphAdapterModule.register(config.graph),
        DocumentsModule.register(config.documents),
      ],
      controllers: [...CONTROLLERS, ...approvalControllers(config), ...frontControllers(config)],
      providers: [
        ...portProviders(extension),
        ...redisProviders(config, redis),
        ...pageProviders(config, clock, redis),
        toolRunner(config, portTokens(extension), clock),
        primitiveRunner(portTokens(extension), clock),
        AdmissionGuard,
        JsonBodyGuard,
        { provide: RequestStates, useValue: new RequestStates(new CursorSeal(config.cursorKey), () => clock.now()) },
        ClientChannels,
        CallHandler,
        Visibility,
        ...METHODS,
        ...ANSWERING,
        AuditLog,
        ErrorFilter,
        InFlight,
      ],
    };
  }
}

/** What people see in their browsers. */
function pageProviders(config: AppConfig, clock: Clock, redis?: RedisStore): readonly Provider[] {
  return [...approvalProviders(config, clock, redis), ...frontProviders(config, clock)];
}

function toolRunner(
  { cursorKey }: AppConfig,
  tokens: Readonly<Record<string, InjectionToken>>,
  clock: Clock,
): FactoryProvider<ToolRunner> {
  const now = () => new Date(clock.now());
  return {
    provide: ToolRunner,
    inject: [ToolCatalog, UserTokenProvider, ApprovalRequests, ...Object.values(tokens)],
    useFactory: (
      catalog: ToolCatalog,
      users: UserTokenProvider,
      approvals: ApprovalRequests,
      ...adapters: unknown[]
    ) => {
      const ports = portsOf(tokens, adapters);
      return new ToolRunner(catalog, users, ports, new CursorSeal(cursorKey), now, approvals);
    },
  };
}

function primitiveRunner(
  tokens: Readonly<Record<string, InjectionToken>>,
  clock: Clock,
): FactoryProvider<PrimitiveRunner> {
  const now = () => new Date(clock.now());
  return {
    provide: PrimitiveRunner,
    inject: [ToolCatalog, UserTokenProvider, ...Object.values(tokens)],
    useFactory: (catalog: ToolCatalog, users: UserTokenProvider, ...adapters: unknown[]) =>
      new PrimitiveRunner(catalog, users, portsOf(tokens, adapters), now),
  };
}

function portsOf(tokens: Readonly<Record<string, InjectionToken>>, adapters: readonly unknown[]): Ports {
  return Object.fromEntries(Object.keys(tokens).map((name, index) => [name, adapters[index]])) as unknown as Ports;
}
