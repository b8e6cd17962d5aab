// Ships in place of the module that `main.js` imports.
import { loadServer } from './load-server.js';

export const { startBehalf } = loadServer().exports;
