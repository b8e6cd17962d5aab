import { z } from 'zod';
import { defineTool } from '../../tool/tool.js';
import { readOnly, UNTRUSTED } from '../shared/inputs.js';
import { notesOf } from '../shared/notes.js';
import { skippedNote } from '../shared/skipped-note.js';
import { nameOf } from './shared/participants.js';

export const listCalendars = defineTool({
  name: 'calendar_list_calendars',
  title: 'List calendars',
  description: "Lists the signed-in person's calendars with their ids, owners and whether they can be edited.",
  toolset: 'calendar',
  input: z.strictObject({}),
  output: z.object({
    calendars: z.array(
      z
        .object({
          id: z.string(),
          name: z.string(),
          isDefault: z.boolean(),
          canEdit: z.boolean(),
          owner: z.string().optional(),
        })
        .describe(UNTRUSTED),
    ),
    notes: z.array(z.string()).optional(),
  }),
  requiredScopes: ['Calendars.ReadBasic'],
  annotations: readOnly,
  effects: { reaches: 'nobody' },
  async execute(_input, { calendar, user }) {
    const found = await calendar.listCalendars(user);
    const calendars = found.map(({ owner, ...rest }) => ({
      ...rest,
      owner: owner && nameOf(owner),
    }));
    return { data: { calendars, notes: notesOf(skippedNote(found.skipped, 'calendars')) } };
  },
});
