import { SYSTEM_CLOCK } from '@app/auth';
import { type DynamicModule, Inject, Module, type NestModule, type OnApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestHandler } from 'express';
import { AppConfig } from '@app/config';
import { createApp } from './create-app.js';
import type { Extension } from './extension.js';

/** What Behalf answers; everything else is the host application's. */
const PATHS = /^\/(?:mcp|approvals|consented|healthz|readyz|\.well-known\/oauth-protected-resource)(?:\/|$)/;
/** And where the authorization front is on. */
const FRONT_PATHS = /^\/(?:authorization|\.well-known\/oauth-authorization-server)(?:\/|$)/;
const BEHALF = Symbol('The application of Behalf');

/**
 * Behalf inside of a Nest application on Express, for teams that have one. It keeps filters, guards and body limits of its
 * own. The host application must be created with `bodyParser: false` (and parse bodies after this module), because Behalf
 * reads a token before it reads a body.
 */
@Module({})
export class BehalfModule implements NestModule, OnApplicationShutdown {
  readonly #behalf: NestExpressApplication;

  readonly #host: HttpAdapterHost;

  constructor(@Inject(BEHALF) behalf: NestExpressApplication, host: HttpAdapterHost) {
    this.#behalf = behalf;
    this.#host = host;
  }

  /** @throws Error naming what the extension uses and nobody defined; `config` comes from `readConfig` */
  static register(config: AppConfig, extension: Extension = {}): DynamicModule {
    const useFactory = () => createApp(config, extension, SYSTEM_CLOCK, { ownLog: false });
    return { module: BehalfModule, providers: [{ provide: BEHALF, useFactory }] };
  }

  /** Before the routes of the host application; a middleware of Nest would not be given whole paths. */
  configure(): void {
    const express = this.#behalf.getHttpAdapter().getInstance() as RequestHandler;
    const serve: RequestHandler = (request, response, next) => {
      if (!this.#isOurs(request.path)) return next();
      if (request.body !== undefined) throw new Error('Create the application with bodyParser: false.');
      return express(request, response, next);
    };
    this.#host.httpAdapter.use(serve);
  }

  #isOurs(path: string): boolean {
    return PATHS.test(path) || (this.#behalf.get(AppConfig).front !== undefined && FRONT_PATHS.test(path));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#behalf.close();
  }
}
