import { type INestApplication, Logger } from '@nestjs/common';
import { InFlight } from './in-flight.js';

/** On SIGTERM or SIGINT: readiness goes false, running calls finish, exit 0; exit 1 when they do not finish in time. */
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
    await app.get(InFlight).drain();
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void leave(signal));
}
