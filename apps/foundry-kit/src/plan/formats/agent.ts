import type { Plan } from '../plan.js';

const INSTRUCTIONS =
  'You act for the signed-in person, with the tools of Behalf: their calendar, mail, files and people. Ask get_my_context first for their time zone and what now is. Say what a tool refused and what it told to do; make nothing up.';

/** The body of `POST {project}/agents`: a prompt agent with the MCP tool of the plan. */
export function toAgent({ agentTool, model }: Plan): string {
  const definition = { kind: 'prompt', model, instructions: INSTRUCTIONS, tools: [agentTool] };
  return `${JSON.stringify({ name: 'behalf', definition }, null, 2)}\n`;
}
