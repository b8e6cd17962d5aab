// `npm run foundry -- plan`: the connection kit.
import { launch } from './launch.mjs';

await launch('foundry-kit');
