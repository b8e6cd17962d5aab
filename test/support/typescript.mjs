// Teaches a Node process TypeScript: for programs that tests start as processes of their own.
import { register } from 'node:module';

register('./typescript-loader.mjs', import.meta.url);
