import { Badge, Body1, Button, Caption1, Card, Text } from '@fluentui/react-components';
import { ShieldKeyhole20Regular } from '@fluentui/react-icons';
import type { OutputItem, TraceLine } from '../data/types';
import type { Refusal } from './refusal';

interface PersonApprovalProps {
  readonly item: OutputItem;
  /** When the agent was told to wait. */
  readonly at: string;
  readonly refusal: Refusal;
  readonly lines: readonly TraceLine[];
}

const STATES = {
  waiting: { title: 'Waits for your approval', color: 'warning' },
  approved: { title: 'You approved it, and it was done', color: 'success' },
  declined: { title: 'You declined it', color: 'informative' },
  expired: { title: 'The link is over', color: 'danger' },
} as const;

/** A call that waits until its person has approved it on a page of the server; the audit tells when they have decided. */
export function PersonApproval({ item, at, refusal, lines }: PersonApprovalProps) {
  const state = stateOf(item, at, refusal, lines);
  const { title, color } = STATES[state];
  return (
    <Card className="request" role="group" aria-label={`Your approval of ${item.name ?? ''}`}>
      <div className="row between">
        <div className="row">
          <ShieldKeyhole20Regular aria-hidden />
          <Text weight="semibold">{item.name}</Text>
        </div>
        <Badge appearance="tint" color={color} role="status">
          {title}
        </Badge>
      </div>
      {state === 'waiting' && <Body1>{refusal.message}</Body1>}
      {state === 'waiting' && (
        <div className="row">
          <Button as="a" href={refusal.url} target="_blank" rel="noreferrer" appearance="primary">
            See what will happen, and decide
          </Button>
          <Caption1>until {timeOf(refusal.endsAt)}</Caption1>
        </div>
      )}
      {state === 'expired' && <Body1>Nothing was done. Ask the agent again to get a new link.</Body1>}
    </Card>
  );
}

function stateOf({ name }: OutputItem, at: string, { endsAt }: Refusal, lines: readonly TraceLine[]) {
  const decided = lines.find(({ time, decided: one }) => one?.tool === name && time >= at)?.decided;
  if (decided) return decided.decision;
  return endsAt !== undefined && Date.now() >= Date.parse(endsAt) ? 'expired' : 'waiting';
}

function timeOf(endsAt: string | undefined): string {
  return endsAt === undefined ? 'it is over' : new Date(endsAt).toLocaleTimeString([], { timeStyle: 'short' });
}
