import { z } from 'zod';
import type { MailboxSettings } from '../../ports/profile.port.js';
import { inZone } from '../../time/local-time.js';
import { toWindowsZone } from '../../time/zone.js';
import { defineTool, type ToolContext } from '../../tool.js';

const workingHours = z.object({
  daysOfWeek: z.array(z.string()),
  start: z.string().describe('Local time, HH:MM'),
  end: z.string().describe('Local time, HH:MM'),
  timeZone: z.string(),
});

/** Who the server acts as, when and where that person is, and what they may do here. */
export const getMyContext = defineTool({
  name: 'get_my_context',
  title: 'Who am I',
  description:
    'Whose calendar and mailbox the tools act on, their time zone, working hours and current local time, the scopes granted, ' +
    'and which tools are unavailable and why. Call it first, before turning words like "tomorrow" into dates.',
  toolset: 'core',
  input: z.strictObject({}),
  output: z.object({
    actingAs: z.object({
      displayName: z.string(),
      mail: z.string().optional(),
      userPrincipalName: z.string(),
      id: z.string(),
    }),
    timeZone: z.string().describe('IANA zone of the mailbox; UTC when it could not be read'),
    windowsTimeZone: z.string().optional(),
    now: z.string().describe('Current local time in timeZone'),
    workingHours: workingHours.optional(),
    grantedScopes: z.array(z.string()),
    unavailableTools: z.array(z.object({ tool: z.string(), missingScopes: z.array(z.string()) })),
    notes: z.array(z.string()).optional(),
  }),
  requiredScopes: ['User.Read'],
  optionalScopes: ['MailboxSettings.Read'],
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  async execute(_input, context) {
    const [me, settings] = await Promise.all([context.profile.me(context.user), readSettings(context)]);
    const timeZone = settings?.timeZone ?? 'UTC';
    const now = inZone(context.now().toISOString(), timeZone);
    return {
      data: {
        actingAs: { displayName: me.displayName, mail: me.mail, userPrincipalName: me.userPrincipalName, id: me.id },
        timeZone,
        windowsTimeZone: toWindowsZone(timeZone),
        now,
        workingHours: settings?.workingHours && {
          ...settings.workingHours,
          daysOfWeek: [...settings.workingHours.daysOfWeek],
        },
        grantedScopes: [...context.caller.scopes],
        unavailableTools: context.catalog
          .unavailableTo(context.caller)
          .map(({ tool, missingScopes }) => ({ tool, missingScopes: [...missingScopes] })),
        notes: settings
          ? undefined
          : ['Time zone and working hours need the scope MailboxSettings.Read; UTC is shown.'],
      },
      text: `Acting as ${me.displayName} <${me.mail ?? me.userPrincipalName}>. It is ${now} (${timeZone}).`,
    };
  },
});

async function readSettings({ profile, user }: ToolContext): Promise<MailboxSettings | undefined> {
  return user.may('MailboxSettings.Read') ? profile.mailboxSettings(user) : undefined;
}
