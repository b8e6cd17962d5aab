import { TokenHealth } from '@app/auth';
import { RedisStore } from '@app/redis';
import { Controller, Get, Optional, Res } from '@nestjs/common';
import type { Response } from 'express';
import { InFlight } from './in-flight.js';

/** `/healthz`: the process is alive. `/readyz`: it can serve: signing keys known, own credential usable, not draining. It can without Redis. */
@Controller()
export class HealthController {
  readonly #tokens: TokenHealth;
  readonly #inFlight: InFlight;

  readonly #redis?: RedisStore;

  constructor(tokens: TokenHealth, inFlight: InFlight, @Optional() redis?: RedisStore) {
    this.#redis = redis;
    this.#tokens = tokens;
    this.#inFlight = inFlight;
  }

  @Get('healthz')
  alive() {
    return { status: 'ok' };
  }

  @Get('readyz')
  async ready(@Res() response: Response): Promise<void> {
    const { jwks, credential, ...rest } = await this.#tokens.check();
    const ready = !this.#inFlight.draining && jwks !== 'unavailable' && credential !== 'unusable';
    const status = ready ? 'ready' : 'not_ready';
    const { draining } = this.#inFlight;
    response
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status, draining, jwks, credential, ...rest, redis: this.#redis?.state });
  }
}
