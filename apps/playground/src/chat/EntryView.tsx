import {
  Badge,
  Body1,
  Button,
  Card,
  Link,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
} from '@fluentui/react-components';
import {
  CheckmarkCircle20Regular,
  KeyMultiple20Regular,
  ShieldKeyhole20Regular,
  Wrench20Regular,
} from '@fluentui/react-icons';
import { throughDoor } from '../data/door';
import type { ApprovalEntry, ConsentEntry, Entry, OutputItem, TraceLine } from '../data/types';
import { PersonApproval } from './PersonApproval';
import { refusalIn } from './refusal';
import { withoutIds } from './without-ids';

interface EntryProps {
  readonly entry: Entry;
  readonly busy: boolean;
  readonly localPages: readonly string[];
  readonly lines: readonly TraceLine[];
  readonly onDecide: (id: string, approve: boolean) => void;
  readonly onGoOn: (entry: ConsentEntry) => void;
}

/** One entry of the conversation. */
export function EntryView({ entry, busy, localPages, lines, onDecide, onGoOn }: EntryProps) {
  if (entry.kind === 'you') return <div className="bubble you">{entry.text}</div>;
  if (entry.kind === 'agent') return <div className="bubble agent">{withoutIds(entry.text)}</div>;
  if (entry.kind === 'problem') return <Problem text={entry.text} />;
  if (entry.kind === 'tool') return <ToolCall {...entry} localPages={localPages} lines={lines} />;
  if (entry.kind === 'consent')
    return <Consent entry={entry} link={throughDoor(entry.link, localPages)} onGoOn={() => onGoOn(entry)} />;
  return <Approval {...entry} busy={busy} onDecide={(approve) => onDecide(entry.id, approve)} />;
}

function Problem({ text }: { readonly text: string }) {
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>It did not work</MessageBarTitle>
        {text} “What happened” has the reason and what to do.
      </MessageBarBody>
    </MessageBar>
  );
}

interface ToolCallProps {
  readonly item: OutputItem;
  /** When it was answered. */
  readonly at: string;
  readonly localPages: readonly string[];
  readonly lines: readonly TraceLine[];
}

function ToolCall({ item, at, localPages, lines }: ToolCallProps) {
  const refusal = item.error ? refusalIn(item.error) : undefined;
  if (refusal?.code === 'approval_required') return <PersonApproval {...{ item, at, refusal, lines }} />;
  return (
    <Card size="small" className="tool" aria-label={`Tool call ${item.name ?? ''}`}>
      <div className="row">
        <Wrench20Regular aria-hidden />
        <Text weight="semibold">{item.name}</Text>
        <Badge appearance="tint" color={item.error ? 'danger' : 'success'}>
          {item.error ? 'refused' : 'done'}
        </Badge>
      </div>
      <code className="arguments">{item.arguments}</code>
      {refusal && (
        <Body1>
          {refusal.message} {refusal.userAction}{' '}
          {refusal.url && (
            <Link href={throughDoor(refusal.url, localPages)} target="_blank" rel="noreferrer">
              Open the page that explains the fix
            </Link>
          )}
        </Body1>
      )}
    </Card>
  );
}

const CONSENT_TITLES = {
  open: 'The agent needs your consent',
  given: 'You have consented',
  declined: 'You did not consent',
} as const;

interface ConsentProps {
  readonly entry: ConsentEntry;
  readonly link: string;
  readonly onGoOn: () => void;
}

function Consent({ entry: { state, isMissing }, link, onGoOn }: ConsentProps) {
  return (
    <Card className="request" role="group" aria-label="Consent request">
      <div className="row">
        <KeyMultiple20Regular aria-hidden />
        <Text weight="semibold">{CONSENT_TITLES[state]}</Text>
      </div>
      <Body1>
        Foundry asks you to sign in, so that the agent acts as you. It happens once for each person, connection and
        project.
      </Body1>
      {isMissing && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            Foundry has no consent of yours yet. A link works once: if it is over, ask your question again for a new
            one.
          </MessageBarBody>
        </MessageBar>
      )}
      {state === 'open' && (
        <div className="row">
          <Button as="a" href={link} target="_blank" rel="noreferrer" appearance="primary">
            Sign in and consent
          </Button>
          <Button onClick={onGoOn}>I have consented</Button>
        </div>
      )}
    </Card>
  );
}

interface ApprovalProps extends Pick<ApprovalEntry, 'item' | 'decision'> {
  readonly busy: boolean;
  readonly onDecide: (approve: boolean) => void;
}

function Approval({ item, decision, busy, onDecide }: ApprovalProps) {
  return (
    <Card className="request" role="group" aria-label={`Approval of ${item.name ?? ''}`}>
      <div className="row">
        {decision === 'approved' ? <CheckmarkCircle20Regular aria-hidden /> : <ShieldKeyhole20Regular aria-hidden />}
        <Text weight="semibold">{approvalTitle(item.name ?? 'the tool', decision)}</Text>
      </div>
      <pre className="arguments">{pretty(item.arguments)}</pre>
      {decision === undefined && (
        <div className="row">
          <Button appearance="primary" disabled={busy} onClick={() => onDecide(true)}>
            Approve
          </Button>
          <Button disabled={busy} onClick={() => onDecide(false)}>
            Do not
          </Button>
        </div>
      )}
    </Card>
  );
}

function approvalTitle(name: string, decision: ApprovalEntry['decision']): string {
  if (decision === undefined) return `May ${name} run?`;
  if (decision === 'sending') return `Your answer to ${name} is on its way`;
  if (decision === 'lapsed') return `${name} was not run: you went on without an answer`;
  if (decision === 'refused') return `Your answer to ${name} was not taken`;
  return `${name} was ${decision === 'approved' ? '' : 'not '}approved`;
}

function pretty(json = ''): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
