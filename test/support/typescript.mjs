// Teaches Node TypeScript: loaded before the tests, the threads that they start, and programs that run as processes of their own.
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';

register('./typescript-loader.mjs', import.meta.url, { data: { sourceMaps: isMainThread } });
