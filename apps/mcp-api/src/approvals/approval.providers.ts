import { Clock } from '@app/auth';
import { ApprovalRequests, asksApproval, ToolRunner } from '@app/domain';
import type { RedisStore } from '@app/redis';
import type { Provider, Type } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { AuditLog } from '../audit/audit-log.js';
import { AppConfig } from '@app/config';
import { ApprovalDecisions } from './approval-decisions.js';
import { ApprovalFlows } from './approval-flow.js';
import { ApprovalOutcomes, InMemoryOutcomes } from './approval-outcomes.js';
import { ApprovalsController } from './approvals.controller.js';
import { Seal } from '../browser/seal.js';
import { RedisOutcomes } from './redis-outcomes.js';
import { SealedApprovals } from './sealed-approvals.js';
import { UnneededApprovalsController } from './unneeded-approvals.controller.js';

/** The links on which people approve, and what their pages need. */
export function approvalProviders(config: AppConfig, clock: Clock, redis?: RedisStore): readonly Provider[] {
  const key = config.sealingKey ?? randomBytes(32).toString('base64url');
  const own = new InMemoryOutcomes(() => clock.now());
  const outcomes = redis ? new RedisOutcomes({ redis, own, seal: new Seal(key, 'approvals outcome'), key }) : own;
  const requests = new SealedApprovals(new Seal(key, 'approvals request'), outcomes, clock, config.approvalsUrl);
  const seals = { flows: new Seal(key, 'approvals flow'), forms: new Seal(key, 'approvals shown') };
  const flows = new ApprovalFlows(seals, () => clock.now(), config.approvalsUrl.protocol === 'https:');
  return [
    { provide: ApprovalOutcomes, useValue: outcomes },
    { provide: SealedApprovals, useValue: requests },
    { provide: ApprovalRequests, useValue: requests },
    { provide: ApprovalFlows, useValue: flows },
    {
      provide: ApprovalDecisions,
      inject: [ToolRunner, AuditLog],
      useFactory: (runner: ToolRunner, audit: AuditLog) =>
        new ApprovalDecisions(runner, outcomes, audit, clock, config),
    },
  ];
}

/** Without approvals, the links that were given out before say so. */
export function approvalControllers({ policy }: AppConfig): readonly Type[] {
  return [asksApproval(policy) ? ApprovalsController : UnneededApprovalsController];
}
