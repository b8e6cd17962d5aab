// Serves what the suite calls, on a tenant of its own, and prints where. The suite sends no tokens: a front adds one.
import { startBehalf } from '../support/behalf.js';
import { startTestTenant } from '../support/tenant.js';
import { ASKING_TOOLS } from './asking-tools.js';
import { startFront } from './front.js';
import { PROMPTS } from './prompts.js';
import { RESOURCES } from './resources.js';
import { PLAIN_TOOLS } from './tools.js';

const tenant = await startTestTenant();
const behalf = await startBehalf(tenant, {
  tools: [...PLAIN_TOOLS, ...ASKING_TOOLS],
  prompts: PROMPTS,
  resources: RESOURCES,
  toolsets: [{ name: 'conformance', title: 'What the suite calls', onByDefault: true }],
});
const token = await tenant.token({ user: 'anna', scope: 'User.Read' });
const front = await startFront(new URL(behalf.url), token);
process.stdout.write(`conformance fixture at ${front}\n`);
