import { TokenHealth } from '@app/auth';
import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { InFlight } from './in-flight.js';

/** `/healthz`: the process is alive. `/readyz`: it can serve: signing keys known, own credential usable, not draining. */
@Controller()
export class HealthController {
  readonly #tokens: TokenHealth;
  readonly #inFlight: InFlight;

  constructor(tokens: TokenHealth, inFlight: InFlight) {
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
    response
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: ready ? 'ready' : 'not_ready', draining: this.#inFlight.draining, jwks, credential, ...rest });
  }
}
