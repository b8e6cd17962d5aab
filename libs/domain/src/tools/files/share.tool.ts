import { z } from 'zod';
import { quoteLine, quoteLines } from '../../answer/quote-line.js';
import { DomainError } from '../../errors/domain-error.js';
import type { DriveItem } from '../../ports/files.port.js';
import { defineTool, type ToolContext } from '../../tool/tool.js';
import { addressesInput } from '../shared/address-input.js';
import { dryRunInput } from '../shared/inputs.js';
import { domainOf, ownDomains } from '../shared/own-domains.js';
import { driveIdInput, itemIdInput } from './inputs.js';
import { filesOf } from './files-of.js';
import { toItemView } from './item-view.js';
import { written, writtenOutput } from './written.js';

const input = z.strictObject({
  driveId: driveIdInput,
  itemId: itemIdInput,
  people: addressesInput
    .max(20)
    .describe('Addresses that get access and a mail. Empty: a link for the whole organisation')
    .default([]),
  role: z.enum(['view', 'edit']).describe('What they can do with it').default('view'),
  message: z.string().min(1).max(2000).describe('Text in the mail to these people').optional(),
  dryRun: dryRunInput,
});
type Input = z.output<typeof input>;

export const share = defineTool({
  name: 'files_share',
  title: 'Share a file or folder',
  description:
    'Gives named people access, or creates a link for the whole organisation; never an anonymous link. Call only when the person has agreed; dryRun shows who would get access and who is outside the organisation.',
  toolset: 'files',
  input,
  output: writtenOutput.extend({
    people: z.array(z.string()),
    role: z.enum(['view', 'edit']),
    link: z.string().optional(),
    permissionIds: z.array(z.string()).optional(),
    external: z.array(z.string()).describe('People outside the organisation'),
    notes: z.array(z.string()).optional(),
  }),
  requiredScopes: ['Files.ReadWrite'],
  optionalScopes: ['User.Read'],
  scopesWith: { files_everywhere: ['Files.ReadWrite.All'], mail: ['Mail.Read'] },
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
  effects: { reaches: 'outsiders', shares: true, perCall: true },
  async execute(args, context) {
    assertFits(args);
    const { driveId, itemId, people, role, dryRun } = args;
    const own = people.length === 0 ? [] : await ownDomains(undefined, context);
    const external = people.filter((address) => !own.includes(domainOf(address)));
    const item = await filesOf(context).getItem(context.user, { driveId, itemId });
    const organization = people.length === 0;
    await context.agree({ recipients: people, organization, shares: true, version: item.version, dryRun });
    const shared = dryRun ? undefined : await shareNow(args, item, context);
    const whom = people.length === 0 ? 'the whole organisation' : quoteLines(people);
    const outside = external.length > 0 ? ` (${external.length} outside the organisation)` : '';
    const { data, summary } = written(
      `shared ${quoteLine(item.name)} for ${role === 'edit' ? 'editing' : 'viewing'} with ${whom}${outside}`,
      toItemView({ ...item, isShared: true }),
      dryRun,
      context,
    );
    const notes = [people.length > 0 && own.length === 0 && UNKNOWN_OWN, shared?.refused && notLetIn(shared.refused)];
    const { link, permissionIds } = shared ?? {};
    return {
      data: {
        ...data,
        people,
        role,
        link,
        permissionIds,
        external,
        notes: notes.filter((note) => typeof note === 'string'),
      },
      undo: dryRun ? undefined : { cannot: 'only the person can end the access, by "Manage access" in OneDrive.' },
      summary,
    };
  },
});

const UNKNOWN_OWN =
  'Without the scope User.Read it is unknown who is outside the organisation, so all are listed as external.';

function assertFits({ people, message }: Input): void {
  if (message === undefined || people.length > 0) return;
  throw new DomainError('invalid_arguments', 'message can only be used with people.');
}

interface Shared {
  readonly link?: string;
  readonly permissionIds: string[];
  readonly refused: number;
}

async function shareNow(args: Input, item: DriveItem, context: ToolContext): Promise<Shared> {
  const [files, user] = [filesOf(context), context.user];
  const { people, role, message } = args;
  if (people.length === 0) {
    const { link, permissionId } = await files.shareWithOrganization(user, item, role);
    return { link, permissionIds: permissionId === undefined ? [] : [permissionId], refused: 0 };
  }
  const { permissionIds, refused } = await files.invite(user, item, { addresses: people, role, message });
  return { permissionIds: [...permissionIds], refused };
}

function notLetIn(count: number): string {
  return `${count} of the people could not be given access; the others have it.`;
}
