import { z } from 'zod';
import { quoteLine } from '../../answer/quote-line.js';
import type { Refusal } from '../../policy/decision.js';
import { SWITCHED_OFF } from '../../policy/switched-off.js';
import { inZone } from '../../time/local-time.js';
import { toWindowsZone } from '../../time/zone.js';
import { defineTool, type ToolContext } from '../../tool/tool.js';
import { unknownZone } from '../shared/zone-of.js';
import { type KnownSettings, settingsOf } from '../shared/mailbox-settings.js';

const workingHours = z.object({
  daysOfWeek: z.array(z.string()),
  start: z.string().describe('Local time, HH:MM'),
  end: z.string().describe('Local time, HH:MM'),
  timeZone: z.string(),
});

const unavailableTool = z.object({
  tool: z.string(),
  missingScopes: z.array(z.string()).optional(),
  missingRoles: z.array(z.string()).optional(),
  switchedOff: z.enum(SWITCHED_OFF).describe('Why the operator switched it off').optional(),
});

/** Who the server acts as, when and where that person is, and what they may do here. */
export const getMyContext = defineTool({
  name: 'get_my_context',
  title: 'Who am I',
  description:
    'The signed-in person, whose calendar and mailbox the tools use: time zone, working hours, current local time, granted scopes, ' +
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
    timeZone: z.string().describe('IANA zone of the mailbox; UTC if unknown'),
    windowsTimeZone: z.string().optional(),
    now: z.string().describe('Current local time in timeZone'),
    workingHours: workingHours.optional(),
    grantedScopes: z.array(z.string()),
    unavailableTools: z.array(unavailableTool),
    notes: z.array(z.string()).optional(),
  }),
  requiredScopes: ['User.Read'],
  optionalScopes: ['MailboxSettings.Read'],
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  effects: { reaches: 'nobody' },
  async execute(_input, context) {
    const [me, known] = await Promise.all([context.profile.me(context.user), settingsOf(context)]);
    const { settings } = known;
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
        unavailableTools: context.catalog.unavailableTo(context.caller).map(toUnavailable),
        notes: notesOf(context, known),
      },
      isTrusted: true,
      summary: `Acting as ${quoteLine(me.displayName)}. It is ${now} (${timeZone}).`,
    };
  },
});

function toUnavailable(refusal: Refusal): z.output<typeof unavailableTool> {
  const tool = refusal.primitive.name;
  switch (refusal.code) {
    case 'policy_denied':
      return { tool, switchedOff: refusal.switchedOff };
    case 'role_missing':
      return { tool, missingRoles: [...refusal.missingRoles] };
    case 'insufficient_scope':
      return { tool, missingScopes: [...refusal.missingScopes] };
  }
}

const NO_HOURS = 'The working hours are set in a time zone without an IANA name, so they are left out.';

function notesOf({ policy }: ToolContext, { settings, problem }: KnownSettings): string[] | undefined {
  const zone = settings && settings.timeZone === undefined ? unknownZone(settings) : problem;
  const notes: string[] = [];
  if (zone !== undefined) notes.push(`${zone} UTC is shown; tools that write times need timeZone.`);
  if (settings?.unknown?.workingHours) notes.push(NO_HOURS);
  if (policy.recipientDomains.length > 0) notes.push(`Recipients: ${policy.recipientDomains.join(', ')} only.`);
  return notes.length > 0 ? notes : undefined;
}
