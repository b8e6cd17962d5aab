// `npm run new -- tool|port|toolset <name> …`
import { runNew } from './new/new.mjs';

runNew(process.argv.slice(2));
