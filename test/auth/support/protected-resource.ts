import { AuthModule, type AuthConfig, BearerGuard, Clock, ToolScopeGuard } from '@app/auth';
import { type Caller, ToolCatalog, TOOLS } from '@app/domain';
import { Controller, type DynamicModule, Module, Post, Req, UseGuards } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { Request } from 'express';
import { ErrorFilter } from '../../../apps/mcp-api/src/http/error.filter.js';
import { API, FOUNDRY, TENANT } from './ids.js';
import type { AuditLog } from '../../../apps/mcp-api/src/audit/audit-log.js';

export const RESOURCE = 'https://behalf.example/mcp';

export function authConfig(origin: string, overrides: Partial<AuthConfig> = {}): AuthConfig {
  return {
    tokenMode: 'obo',
    entraOrigin: origin,
    graphOrigin: origin,
    tenantIds: [TENANT],
    guests: 'allow',
    production: false,
    clientId: API,
    applicationIdUri: `api://${API}`,
    audiences: [],
    allowedClientIds: [FOUNDRY],
    clockSkewSeconds: 60,
    resource: RESOURCE,
    credential: { kind: 'secret', secret: 'not-a-secret' },
    oboScopes: 'named',
    requestTimeoutMs: 20_000,
    tokenCacheSize: 1_000,
    denialMode: 'http403',
    challengeScopes: 'enabled',
    ...overrides,
  };
}

/** A clock that stands still until it is set. */
export class FakeClock extends Clock {
  time = Date.now();

  override now(): number {
    return this.time;
  }

  pass(milliseconds: number): void {
    this.time += milliseconds;
  }
}

export interface ProtectedResource {
  readonly url: string;
  readonly app: NestExpressApplication;
  close(): Promise<void>;
}

/** A server that only authenticates: it answers with the caller it let in. */
export async function startProtectedResource(
  config: AuthConfig,
  clock: Clock = new FakeClock(),
): Promise<ProtectedResource> {
  const testing = await Test.createTestingModule({
    imports: [CatalogModule.register(), AuthModule.register(config)],
    controllers: [EchoController],
  })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = testing.createNestApplication<NestExpressApplication>({ logger: false });
  app.useGlobalFilters(new ErrorFilter(config, app.get(ToolCatalog), SILENT));
  await app.listen(0, '127.0.0.1');
  return { url: `${await app.getUrl()}/mcp`, app, close: () => app.close() };
}

export interface ProtectedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly challenge: string | null;
  readonly body: Record<string, unknown>;
}

export async function request(
  url: string,
  headers: Record<string, string>,
  body: unknown = {},
): Promise<ProtectedAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return {
    status: response.status,
    headers: response.headers,
    challenge: response.headers.get('www-authenticate'),
    body: (await response.json()) as Record<string, unknown>,
  };
}

export function requestWith(url: string, token: string, body?: unknown): Promise<ProtectedAnswer> {
  return request(url, { authorization: `Bearer ${token}` }, body);
}

const SILENT = { record: () => undefined } as unknown as AuditLog;

@Controller('mcp')
class EchoController {
  @Post()
  @UseGuards(BearerGuard, ToolScopeGuard)
  post(@Req() request: Request & { user: Caller }): Caller {
    return request.user;
  }
}

@Module({})
class CatalogModule {
  static register(): DynamicModule {
    const catalog = { provide: ToolCatalog, useValue: new ToolCatalog(TOOLS) };
    return { module: CatalogModule, global: true, providers: [catalog], exports: [catalog] };
  }
}
