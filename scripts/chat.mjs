// `npm run chat`: a terminal client for an agent in Foundry.
import { launch } from './launch.mjs';

await launch('chat');
