import type { Extension } from 'behalf';
import { TOOLS } from 'behalf/domain';
import { ContosoLeave, LEAVE_API } from './contoso-leave.adapter.js';
import { LEAVE_PROMPTS } from './leave.prompts.js';
import { LEAVE_RESOURCES } from './leave.resources.js';
import { LEAVE_TOOLS } from './leave.tools.js';
import { printRequests } from './print-requests.tool.js';

const origin = process.env['LEAVE_ORIGIN'] ?? 'https://leave.contoso.example';

/** What Contoso adds to Behalf. The default export, so that `behalf-foundry plan --extension dist/extension.js` finds it. */
const extension: Extension = {
  tools: [...TOOLS, ...LEAVE_TOOLS, printRequests],
  prompts: LEAVE_PROMPTS,
  resources: LEAVE_RESOURCES,
  toolsets: [{ name: 'leave', title: 'Leave requests', onByDefault: true }],
  scopes: [
    { name: 'Leave.Read', resource: LEAVE_API },
    { name: 'Leave.ReadWrite', resource: LEAVE_API },
  ],
  ports: { leave: { useFactory: () => new ContosoLeave(origin) } },
};

export default extension;
