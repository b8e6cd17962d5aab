import {
  type CallEffect,
  DEFAULT_POLICY,
  type FilesPort,
  type Policy,
  type PolicyRule,
  type Tool,
  TOOLS,
} from '@app/domain';
import { inMemoryPorts, runTool } from '@app/testing';
import { ApprovalGate, ApprovalNeeded } from '../../libs/domain/src/approvals/approval-gate.js';

const OURS = 'fernglas.example';
const SOMEBODY = { clientId: '11111111-2222-3333-4444-555555555555' };
const tool = TOOLS.find(({ name }) => name === 'mail_send_draft') as Tool;

async function factsOf(effect: Partial<CallEffect>, policy: Partial<Policy> = {}, own: readonly string[] = [OURS]) {
  const gate = new ApprovalGate(tool, { ...DEFAULT_POLICY, approvals: 'external', ...policy }, SOMEBODY);
  const recipients = effect.recipients ?? [];
  const stopped = await gate
    .agree({ ...effect, recipients, dryRun: false }, async () => own)
    .then(
      () => false,
      (error: unknown) => error instanceof ApprovalNeeded,
    );
  return { stopped, ...gate.seen?.facts };
}

describe('whoever counts as outside', () => {
  it.each<[string, string | undefined]>([
    ['another domain', 'ben@elsewhere.example'],
    ['a domain below that of the organisation', `ben@partners.${OURS}`],
    ['a domain that only ends like it', `ben@not${OURS}`],
    ['a domain that begins like it', `ben@${OURS}.evil.example`],
    ['a trailing dot', `ben@${OURS}.`],
    ['a quoted address in front', `"ben@evil.example"@${OURS}`],
    ['a route by percent sign', `ben%evil.example@${OURS}`],
    ['a route by exclamation mark', `evil.example!ben@${OURS}`],
    ['an address of the internet wrapped by Exchange', `IMCEASMTP-ben+40evil+2Eexample@${OURS}`],
    ['an address of another system wrapped by Exchange', `IMCEAEX-_O=X_CN=BEN@${OURS}`],
    ['the name that a guest has here', `ben_evil.example#EXT#@${OURS}`],
    ['a rewritten sender', `SRS0=ab=cd=evil.example=ben@${OURS}`],
    ['letters that only look like those of the domain', 'ben@fernglаs.example'],
    ['dots of another script', 'ben@fernglas。example'],
    ['an address in an address', `Ben <ben@evil.example> <ben@${OURS}>`],
    ['several addresses', `a@${OURS},ben@evil.example`],
    ['an address of X.500', '/O=FERNGLAS/OU=X/CN=RECIPIENTS/CN=BEN'],
    ['a name', 'Everybody'],
    ['no address, as a list of contacts has none', undefined],
    ['nothing', ''],
  ])('is %s', async (_, address) => {
    expect(await factsOf({ recipients: [address] })).toMatchObject({ stopped: true, outside: 1, inside: 0 });
  });

  it.each<[string, string]>([
    ['the own domain', `ben@${OURS}`],
    ['capitals', `Ben@${OURS.toUpperCase()}`],
    ['an address with a plus', `ben+evil.example@${OURS}`],
    ['a domain that the operator names', 'ben@fernglas.invalid'],
  ])('is not %s', async (_, address) => {
    const policy = { internalDomains: ['fernglas.invalid'] };
    const own = [OURS, ...policy.internalDomains];
    expect(await factsOf({ recipients: [address] }, policy, own)).toMatchObject({
      stopped: false,
      outside: 0,
      inside: 1,
    });
  });

  it('is everybody where the own domain is not known', async () => {
    expect(await factsOf({ recipients: [`ben@${OURS}`] }, {}, [])).toMatchObject({ stopped: true, outside: 1 });
  });

  it('is one among many', async () => {
    const many = Array.from({ length: 99 }, (_, index) => `p${index}@${OURS}`);
    expect(await factsOf({ recipients: [...many, 'ben@evil.example'] })).toMatchObject({ stopped: true, outside: 1 });
  });
});

describe('a link for the organisation', () => {
  const link = { organization: true, shares: true };

  it('reaches others, and nobody outside', async () => {
    expect(await factsOf(link)).toMatchObject({ stopped: false, outside: 0, inside: 1 });
    expect(await factsOf(link, { approvals: 'others' })).toMatchObject({ stopped: true });
  });

  it('is refused where recipients are restricted to other domains, or nobody knows the own one', async () => {
    const gate = new ApprovalGate(tool, { ...DEFAULT_POLICY, recipientDomains: ['board.example'] }, SOMEBODY);
    const effect = { ...link, recipients: [], dryRun: true };
    await expect(gate.agree(effect, async () => [OURS])).rejects.toMatchObject({ code: 'policy_denied' });
    await expect(gate.agree(effect, async () => [])).rejects.toMatchObject({ code: 'policy_denied' });
    const ours = new ApprovalGate(tool, { ...DEFAULT_POLICY, recipientDomains: [OURS] }, SOMEBODY);
    await expect(ours.agree(effect, async () => [OURS])).resolves.toBeUndefined();
  });
});

describe('files in a folder that somebody else can open', () => {
  const ANNA = { key: 'tenant/anna', displayName: 'Anna Ebert', address: `anna@${OURS}`, calendars: [] };

  async function filesOfAnna() {
    const { ports, as } = inMemoryPorts({ anna: ANNA });
    const files = ports.files as FilesPort;
    const user = as('anna', ['Files.ReadWrite']);
    const write = (name: string, folder = { itemId: 'root' } as { readonly itemId: string }) =>
      files.writeFile(user, { folder, name, content: new Uint8Array(), contentType: 'text/plain', ifExists: 'fail' });
    const joint = await files.createFolder(user, { itemId: 'root' }, 'Joint');
    const inside = await write('inside.txt', joint);
    const secret = await write('secret.txt');
    await files.invite(user, joint, { addresses: ['partner@elsewhere.example'], role: 'edit' });
    return { ports, joint, inside, secret };
  }

  const CALLS: readonly [string, string, (of: Awaited<ReturnType<typeof filesOfAnna>>) => object, boolean][] = [
    [
      'writing a new file there',
      'files_write_text',
      ({ joint }) => ({ folderId: joint.itemId, name: 'a.txt', content: 'x' }),
      true,
    ],
    [
      'replacing a file there',
      'files_write_text',
      ({ joint, inside: { name, version } }) => ({
        folderId: joint.itemId,
        name,
        version,
        content: 'x',
        ifExists: 'replace',
      }),
      true,
    ],
    ['making a folder there', 'files_create_folder', ({ joint }) => ({ folderId: joint.itemId, name: 'Plans' }), true],
    [
      'moving a file there',
      'files_move_rename',
      ({ joint, secret }) => ({ itemId: secret.itemId, toFolderId: joint.itemId }),
      true,
    ],
    ['renaming a file there', 'files_move_rename', ({ inside }) => ({ itemId: inside.itemId, name: 'b.txt' }), true],
    ['moving a file away', 'files_move_rename', ({ inside }) => ({ itemId: inside.itemId, toFolderId: 'root' }), true],
    ['deleting a file there', 'files_delete', ({ inside }) => ({ itemId: inside.itemId }), true],
    ['renaming the folder', 'files_move_rename', ({ joint }) => ({ itemId: joint.itemId, name: 'Together' }), true],
    ['writing a file elsewhere', 'files_write_text', () => ({ name: 'a.txt', content: 'x' }), false],
    [
      'renaming a file elsewhere',
      'files_move_rename',
      ({ secret }) => ({ itemId: secret.itemId, name: 'b.txt' }),
      false,
    ],
    ['deleting a file elsewhere', 'files_delete', ({ secret }) => ({ itemId: secret.itemId }), false],
  ];

  it.each(CALLS)('%s', async (_, name, argumentsOf, isStopped) => {
    const anna = await filesOfAnna();
    const options = { ports: anna.ports, arguments: argumentsOf(anna), policy: { approvals: 'external' } as const };
    const called = runTool(TOOLS.find((one) => one.name === name) as Tool, options);
    // Without a page, what has to be approved is denied.
    if (isStopped) await expect(called).rejects.toMatchObject({ code: 'policy_denied' });
    else await expect(called).resolves.toBeDefined();
  });
});

describe('the rules of a policy file at the gate', () => {
  const judged = async (
    rules: readonly PolicyRule[],
    effect: Partial<CallEffect>,
    approvals: Policy['approvals'] = 'off',
  ) => {
    const gate = new ApprovalGate(tool, { ...DEFAULT_POLICY, approvals, rules }, SOMEBODY);
    let lookedUp = 0;
    const told = { recipients: ['ben@elsewhere.example'], dryRun: false, ...effect };
    const outcome = await gate
      .agree(
        told,
        async () => [OURS],
        async () => {
          lookedUp++;
          return (effect.recipients ?? []).filter((one) => one !== undefined);
        },
      )
      .then(
        () => 'allow',
        (error: unknown) => (error instanceof ApprovalNeeded ? 'approve' : (error as Error).message),
      );
    return { outcome, lookedUp };
  };
  const ask: PolicyRule = { facts: { external: true }, decision: 'approve', reason: 'Look at it.' };
  const no: PolicyRule = { facts: { recipientsOver: 1 }, decision: 'deny', reason: 'One at a time.' };

  it('decide what the variables leave, and never undo what a variable asks for', async () => {
    expect((await judged([ask], {})).outcome).toBe('approve');
    expect((await judged([{ decision: 'allow' }], {})).outcome).toBe('allow');
    expect((await judged([{ decision: 'allow' }], {}, 'external')).outcome).toBe('approve');
  });

  it('say no on a dry run too, in the words of the operator', async () => {
    const many = { recipients: [`anna@${OURS}`, `ben@${OURS}`] };
    for (const dryRun of [true, false])
      expect((await judged([no], { ...many, dryRun })).outcome).toBe(
        'The operator of this server does not allow this (mail_send_draft): "One at a time."',
      );
  });

  it('count a link for everybody of the organisation as more people than any number', async () => {
    const link = { recipients: [], organization: true, shares: true };
    expect((await judged([no], link)).outcome).toContain('One at a time.');
  });

  it('look up first contact only where a rule needs it', async () => {
    const first: PolicyRule = { facts: { firstContact: true }, decision: 'approve', reason: 'A stranger.' };
    expect(await judged([first], {})).toEqual({ outcome: 'allow', lookedUp: 1 });
    expect(await judged([first], { recipients: ['ben@elsewhere.example'] })).toEqual({
      outcome: 'approve',
      lookedUp: 1,
    });
    expect(await judged([ask, first], {})).toEqual({ outcome: 'approve', lookedUp: 0 });
    expect(await judged([first], { recipients: [undefined] })).toEqual({ outcome: 'approve', lookedUp: 1 });
  });

  it('compare what was approved with what is there, however lax the policy has become', async () => {
    const approved = { version: '1', recipients: '' };
    const gate = new ApprovalGate(tool, { ...DEFAULT_POLICY, rules: [{ decision: 'allow' }] }, SOMEBODY, approved);
    const sent = gate.agree({ recipients: [`anna@${OURS}`], version: '2', dryRun: false }, async () => [OURS]);
    await expect(sent).rejects.toMatchObject({ code: 'conflict' });
  });
});
