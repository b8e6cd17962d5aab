import type { Plan } from '../plan.js';
import { toAgent } from './agent.js';
import { toAzd } from './azd.js';
import { toBicep } from './bicep.js';
import { toText } from './text.js';

/** The ways in which a plan can be written, by the word that asks for them. */
export const FORMATS = {
  text: toText,
  json: (plan: Plan) => `${JSON.stringify(plan, null, 2)}\n`,
  bicep: toBicep,
  tool: ({ agentTool }: Plan) => `${JSON.stringify(agentTool, null, 2)}\n`,
  agent: toAgent,
  toolbox: ({ toolbox }: Plan) => `${JSON.stringify(toolbox, null, 2)}\n`,
  arm: ({ connection }: Plan) => `${JSON.stringify(connection, null, 2)}\n`,
  azd: toAzd,
} as const satisfies Record<string, (plan: Plan) => string>;

export type Format = keyof typeof FORMATS;
