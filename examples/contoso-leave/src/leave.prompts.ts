import { definePrompt, type Prompt } from 'behalf/domain';
import { z } from 'zod';

const MONTHS = Array.from({ length: 12 }, (_, index) =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2027, index)),
);

export const planLeave = definePrompt({
  name: 'leave_plan',
  title: 'Plan my leave',
  description: 'Finds days for leave that collide with nothing.',
  toolset: 'leave',
  arguments: z.strictObject({ month: z.string().max(20).describe('In which month') }),
  complete: { month: async (written) => MONTHS.filter((month) => month.startsWith(written)) },
  requiredScopes: ['Leave.Read'],
  ports: ['leave'],
  async get({ month }, { leave, user }) {
    const known = (await leave.list(user)).map(({ firstDay, lastDay }) => `${firstDay} to ${lastDay}`);
    const text = `Propose days of leave in ${month}. I have asked for these: ${known.join(', ') || 'none'}.`;
    return { messages: [{ role: 'user', content: text }] };
  },
});

export const LEAVE_PROMPTS: readonly Prompt[] = [planLeave];
