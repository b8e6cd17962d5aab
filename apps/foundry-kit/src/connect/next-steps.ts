import { toSetVariables, type Variables } from '@app/config';
import type { Plan } from '../plan/plan.js';
import type { ConnectOptions } from './connect-options.js';

export interface Ending {
  readonly options: ConnectOptions;
  readonly variables: Variables;
  readonly changes: number;
}

/** How it ended, and what no program can do. */
export function nextSteps({ deployment, adminConsentUrl }: Plan, { options, variables, changes }: Ending): string {
  const { tenantId, apiClientId, foundryClientId, mcpUrl } = deployment;
  const { ENTRA_TENANT_IDS: tenants, ENTRA_ALLOWED_CLIENT_IDS: allowed } = toSetVariables(variables);
  const left = [
    [
      'The server is started with',
      `ENTRA_TENANT_IDS=${tenants ?? tenantId}`,
      `ENTRA_CLIENT_ID=${apiClientId}`,
      `ENTRA_ALLOWED_CLIENT_IDS=${allowed ?? foundryClientId}`,
    ],
    ...(options.adminConsent ? [] : [['An administrator consents once, at', adminConsentUrl]]),
    ...(options.project
      ? [
          [
            "The agent's MCP tool, with those variables and PUBLIC_URL in .env",
            'npm run -s foundry -- plan --format tool',
          ],
          ['What is wrong, if anything is', `npm run -s foundry -- doctor ${mcpUrl}`],
        ]
      : [
          [
            'The connection, once the server runs and PUBLIC_URL is set',
            'npm run -s foundry -- connect --subscription …',
          ],
        ]),
  ];
  const told = left.map(([title = '', ...lines]) => `${title}:\n${lines.map((line) => `  ${line}\n`).join('')}`);
  return `\n${summary(options, changes)}\n\n${told.join('\n')}`;
}

function summary({ dryRun }: ConnectOptions, changes: number): string {
  if (changes === 0) return 'Everything is as the plan wants it: nothing was changed.';
  const counted = changes === 1 ? '1 change' : `${changes} changes`;
  return dryRun ? `${counted} would be made; nothing was changed.` : `${counted} made.`;
}
