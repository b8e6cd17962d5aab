import { aUser } from 'behalf/testing';
import { ContosoLeave } from '../src/contoso-leave.adapter.js';
import { InMemoryLeave } from '../src/in-memory-leave.adapter.js';
import { leaveContract } from './leave.contract.js';
import { startLeaveStub } from './leave-stub.js';
import { TENANT, tokenOf } from './tenant.js';

describe('in memory', () =>
  leaveContract(async () => ({
    leave: new InMemoryLeave(),
    user: aUser(['Leave.ReadWrite']),
    close: async () => undefined,
  })));

describe("Contoso's service", () =>
  leaveContract(async () => {
    const stub = await startLeaveStub(TENANT);
    const token = await tokenOf('anna', 'Leave.ReadWrite', 'api://contoso-leave');
    return { leave: new ContosoLeave(stub.origin), user: aUser(['Leave.ReadWrite'], { token }), close: stub.close };
  }));
