import { type INestApplication, Logger } from '@nestjs/common';
import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { InFlight } from './in-flight.js';

/** An ingress that was told stops sending in this time; whoever goes on without a pause meets a closed port after the other. */
const QUIET_MS = 1_000;
const MOST_MS = 10_000;
/** Whoever calls again at once waits for an answer by then. */
const HOLD_MS = 500;

/**
 * On SIGTERM or SIGINT: readiness goes false, answers end their connections, the port closes when nothing more comes,
 * calls that came finish, exit 0; exit 1 when they do not finish in time.
 */
export function drainOnSignal(app: INestApplication, timeoutMs: number): void {
  const logger = new Logger('Drain');
  let leaving = false;
  const leave = async (signal: string) => {
    if (leaving) return;
    leaving = true;
    logger.log(`${signal}: finishing the running calls`);
    setTimeout(() => {
      logger.error(`Calls were still running after ${timeoutMs} ms and are cut off.`);
      process.exit(1);
    }, timeoutMs).unref();
    const [inFlight, server] = [app.get(InFlight), app.getHttpServer() as Server];
    await inFlight.drain({ quietMs: QUIET_MS, mostMs: Math.min(MOST_MS, timeoutMs / 3) });
    await inFlight.holdAnswers(async () => {
      await sleep(HOLD_MS);
      stopListening(server);
    });
    await inFlight.idle(server, QUIET_MS);
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void leave(signal));
}

/** A connection that was made and not yet taken is reset. Only that: `close` of a server for HTTP ends connections too, on which a request may be arriving. */
function stopListening(server: Server): void {
  NetServer.prototype.close.call(server);
}
