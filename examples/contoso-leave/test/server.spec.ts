import { type RunningBehalf, startBehalf } from 'behalf';
import extension from '../src/extension.js';
import { ContosoLeave } from '../src/contoso-leave.adapter.js';
import { type LeaveStub, startLeaveStub } from './leave-stub.js';
import { TENANT, tokenOf } from './tenant.js';

let behalf: RunningBehalf;
let stub: LeaveStub;

beforeAll(async () => {
  stub = await startLeaveStub(TENANT);
  const ports = { leave: { useValue: new ContosoLeave(stub.origin) } };
  behalf = await startBehalf(process.env, { ...extension, ports });
});
afterAll(async () => {
  await behalf.close();
  await stub.close();
});

interface Answer {
  readonly status: number;
  readonly challenge: string;
  readonly body: { readonly result?: { readonly structuredContent?: Record<string, unknown> } };
}

async function call(token: string, name: string, args = {}): Promise<Answer> {
  const response = await fetch(process.env['PUBLIC_URL'] ?? '', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } }),
  });
  const challenge = response.headers.get('www-authenticate') ?? '';
  return { status: response.status, challenge, body: (await response.json()) as Answer['body'] };
}

describe('Behalf with the leave tools', () => {
  const days = { firstDay: '2027-03-01', lastDay: '2027-03-05' };

  it('requests leave as the person and nobody else', async () => {
    const made = await call(await tokenOf('anna', 'Leave.ReadWrite'), 'leave_create_request', days);
    expect(made.body.result?.structuredContent).toMatchObject({ actingAs: 'Anna Berg', request: days });
    const bens = await call(await tokenOf('ben', 'Leave.Read'), 'leave_list_requests');
    expect(bens.body.result?.structuredContent).toEqual({ requests: [] });
  });

  it('asks for the scope that is missing', async () => {
    const { status, challenge } = await call(await tokenOf('anna', 'Leave.Read'), 'leave_create_request', days);
    expect([status, challenge]).toEqual([403, expect.stringContaining('Leave.ReadWrite')]);
  });

  it('still has the tools of Microsoft 365', async () => {
    const { body } = await call(await tokenOf('anna', 'User.Read'), 'get_my_context');
    expect(body.result?.structuredContent).toMatchObject({ actingAs: { displayName: 'Anna Berg' } });
  });
});
