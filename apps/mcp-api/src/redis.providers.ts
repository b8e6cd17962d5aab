import type { AppConfig } from '@app/config';
import { RedisStore } from '@app/redis';
import { Injectable, Optional, type OnModuleDestroy, type OnModuleInit, type Provider } from '@nestjs/common';
import { CallRates, callRates } from './http/call-rates.js';

/** Connects to Redis when the server starts, without waiting for it, and leaves it when the server ends. */
@Injectable()
class RedisLifetime implements OnModuleInit, OnModuleDestroy {
  readonly #redis?: RedisStore;

  constructor(@Optional() redis?: RedisStore) {
    this.#redis = redis;
  }

  onModuleInit(): void {
    this.#redis?.open();
  }

  onModuleDestroy(): void {
    this.#redis?.close();
  }
}

/** What replicas share by Redis; without one each counts for itself. */
export function redisProviders(config: AppConfig, redis: RedisStore | undefined): readonly Provider[] {
  return [
    { provide: RedisStore, useValue: redis },
    { provide: CallRates, useValue: callRates(config.load, redis) },
    RedisLifetime,
  ];
}
