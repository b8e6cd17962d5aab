import { defineTool, DomainError, type InputRequired, inputRequired, type Tool } from '@app/domain';
import { z } from 'zod';

/** What a bug says of itself, and nobody may read. */
export const BUG = 'a bug that quotes a secret';

/** Turns the bug of `team_breaks_guard` on; it must not be there when the server starts. */
export const bugs = { inGuard: false };

/** Tools of a team that fail in ways ours do not. */
export const TEAM_TOOLS: readonly Tool[] = [
  teamTool('team_has_bug', () => {
    throw new TypeError(BUG);
  }),
  teamTool('team_is_cancelled', () => {
    throw new DomainError('cancelled');
  }),
  teamTool('team_is_misconfigured', () => {
    throw new DomainError('server_misconfigured');
  }),
  // Declares less than what it does, so that Graph is the one who refuses.
  teamTool('team_reads_calendars', async ({ calendar, user }) => {
    await calendar.listCalendars(user);
  }),
  teamTool('team_asks', () => inputRequired({ roots: { kind: 'roots' } })),
  breaksGuard(),
];

type Work = (context: Parameters<Tool['execute']>[1]) => Promise<void> | InputRequired | undefined;

function teamTool(name: string, work: Work): Tool {
  return defineTool({
    name,
    title: name,
    description: 'Fails.',
    toolset: 'core',
    input: z.strictObject({}),
    output: z.object({}),
    requiredScopes: ['User.Read'],
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    async execute(_input, context) {
      return (await work(context)) ?? { data: {}, summary: 'Done.' };
    },
  }) as Tool;
}

function breaksGuard(): Tool {
  const tool = teamTool('team_breaks_guard', () => undefined);
  return Object.defineProperty(tool, 'requiredScopes', {
    get: () => {
      if (bugs.inGuard) throw new TypeError(BUG);
      return ['User.Read'];
    },
  });
}
