import { z } from 'zod';
import { quoteLine } from '../../answer/quote-line.js';
import type { EventChanges, EventDetails } from '../../ports/calendar.port.js';
import type { CallEffect } from '../../primitive/effects.js';
import { defineTool, type ToolContext } from '../../tool/tool.js';
import { actingAs } from '../shared/acting-as.js';
import { UNTRUSTED } from '../shared/inputs.js';
import { assertBetweenNeighbours } from './update/between-neighbours.js';
import { findConflicts, toConflicts } from './views/conflicts.js';
import { describeChanges, describedChange, withChanges } from './update/described-changes.js';
import { namesOf } from './shared/changed-names.js';
import { assertOwned, type Subject, toChanges } from './update/event-changes.js';
import { targetOf } from './shared/event-scope.js';
import { eventBrief, eventSummary, toSummary } from './views/event-view.js';
import { inWords, type Notified, toNotified, notifiedOutput } from './shared/notified.js';
import { mailOf } from './shared/participants.js';
import { recipientsOfChange } from './shared/recipients-of-change.js';
import { undoOfUpdate } from './shared/undo-event.js';
import { updateEventInput, type UpdateEventInput } from './update/update-event.input.js';
import { type KnownZone, zoneForReading, zoneForWriting } from '../shared/zone-of.js';
import { notesOf } from '../shared/notes.js';
import { zoneNote } from './views/zone-note.js';

export const updateEvent = defineTool({
  name: 'calendar_update_event',
  title: 'Change a calendar event',
  description:
    'Changes the given fields of an event that the signed-in person organizes and notifies the attendees; a new time asks them all to respond again. dryRun shows what would change and who would be notified.',
  toolset: 'calendar',
  input: updateEventInput,
  output: z.object({
    actingAs: z.string(),
    done: z.boolean(),
    timeZone: z.string(),
    event: eventSummary.describe(`After the change. ${UNTRUSTED}`),
    changes: z.array(describedChange).describe(UNTRUSTED),
    ...notifiedOutput,
    conflicts: z.array(eventBrief).describe('Events at the new time').optional(),
    notes: z.array(z.string()).optional(),
  }),
  requiredScopes: ['Calendars.ReadWrite'],
  optionalScopes: ['MailboxSettings.Read', 'User.Read'],
  scopesWith: { mail: ['Mail.Read'] },
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  effects: { reaches: 'outsiders', perCall: true },
  async execute(args, context) {
    const subject = await subjectOf(args, context);
    const { target } = subject;
    const { timeZone, note } = await zoneOf(args, context);
    const changes = toChanges(args, subject, timeZone);
    await assertOwned(target, changes, context);
    await assertBetweenNeighbours(target, changes.time, context);
    const told = recipientsOfChange(target, changes);
    const { length: attendees } = changes.attendees ?? target.attendees;
    await context.agree({ ...whose(target), recipients: told.map(mailOf), attendees, dryRun: args.dryRun });
    const [people, conflicts] = await Promise.all([
      toNotified(told, target, context),
      changes.time && findConflicts({ time: changes.time, showAs: changes.showAs }, context),
    ]);
    const event = await changed(target, changes, args, context);
    const who = actingAs(context.caller);
    return {
      data: {
        actingAs: who,
        done: !args.dryRun,
        timeZone,
        event: toSummary(event, timeZone),
        changes: describeChanges(target, changes, timeZone),
        ...people,
        conflicts: conflicts && toConflicts(conflicts, timeZone, target),
        notes: notesOf(note, zoneNote(args.timeZone, timeZone, { start: args.start, end: args.end })),
      },
      undo: args.dryRun ? undefined : undoOfUpdate(target, changes),
      summary: summaryOf(changes, people, who, args),
    };
  },
});

function whose({ isOrganizer, organizer, version }: EventDetails): Pick<CallEffect, 'ownAddress' | 'version'> {
  return { ownAddress: isOrganizer && organizer ? mailOf(organizer) : undefined, version };
}

async function subjectOf(args: UpdateEventInput, { calendar, user }: ToolContext): Promise<Subject> {
  const named = await calendar.getEvent(user, args.eventId, { withBody: false });
  const id = targetOf(named, args.scope);
  return { named, target: id === named.id ? named : await calendar.getEvent(user, id, { withBody: false }) };
}

/** A time is never written in a guessed zone; without one, the zone is only for the answer. */
async function zoneOf({ start, end, timeZone }: UpdateEventInput, context: ToolContext): Promise<KnownZone> {
  if (start === undefined && end === undefined) return zoneForReading(timeZone, context);
  return { timeZone: await zoneForWriting(timeZone, context) };
}

function summaryOf(changes: EventChanges, people: Notified, who: string, { dryRun }: UpdateEventInput): string {
  const isNone = namesOf(changes).length === 0;
  const told = inWords(people, dryRun);
  if (isNone) return `Nothing ${dryRun ? 'would be' : 'was'} changed: the event is like this already.${told}`;
  const verb = dryRun ? 'Nothing is done yet. Would change the event' : 'The event was changed';
  return `${verb} as ${quoteLine(who)}.${told}`;
}

async function changed(
  target: EventDetails,
  changes: EventChanges,
  { dryRun }: UpdateEventInput,
  { calendar, user }: ToolContext,
): Promise<EventDetails> {
  if (namesOf(changes).length === 0) return target;
  return dryRun ? withChanges(target, changes) : calendar.updateEvent(user, target, changes);
}
