// `npm run foundry -- plan`: the connection kit, compiled when it is older than its sources.
import { build } from './local-pair.mjs';

build('foundry-kit');
await import('../dist/foundry-kit/apps/foundry-kit/src/main.js');
