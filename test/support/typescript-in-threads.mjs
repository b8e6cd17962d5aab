// Loaded before every thread of the tests: worker threads run the TypeScript sources, as jest does in its own way.
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';

if (!isMainThread) register('./typescript-loader.mjs', import.meta.url);
