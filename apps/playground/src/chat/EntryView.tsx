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
import type { Entry, OutputItem } from '../data/types';
import { refusalIn } from './refusal';

interface EntryProps {
  readonly entry: Entry;
  readonly onDecide: (id: string, approve: boolean) => void;
  readonly onGoOn: () => void;
}

/** One entry of the conversation. */
export function EntryView({ entry, onDecide, onGoOn }: EntryProps) {
  if (entry.kind === 'you') return <div className="bubble you">{entry.text}</div>;
  if (entry.kind === 'agent') return <div className="bubble agent">{withoutIds(entry.text)}</div>;
  if (entry.kind === 'problem') return <Problem text={entry.text} />;
  if (entry.kind === 'tool') return <ToolCall item={entry.item} />;
  if (entry.kind === 'consent') return <Consent link={entry.link} done={entry.done} onGoOn={onGoOn} />;
  return <Approval item={entry.item} decision={entry.decision} onDecide={(approve) => onDecide(entry.id, approve)} />;
}

/** Ids are for the agent; the trace and the tool calls have them. */
function withoutIds(text: string): string {
  return text.replace(/ \[id [^\]]*\]/g, '');
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

function ToolCall({ item }: { readonly item: OutputItem }) {
  const refusal = item.error ? refusalIn(item.error) : undefined;
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
            <Link href={refusal.url} target="_blank" rel="noreferrer">
              Open the page that mends it
            </Link>
          )}
        </Body1>
      )}
    </Card>
  );
}

interface ConsentProps {
  readonly link: string;
  readonly done: boolean;
  readonly onGoOn: () => void;
}

function Consent({ link, done, onGoOn }: ConsentProps) {
  return (
    <Card className="request" aria-label="Consent request">
      <div className="row">
        <KeyMultiple20Regular aria-hidden />
        <Text weight="semibold">{done ? 'You have consented' : 'The agent needs your consent'}</Text>
      </div>
      <Body1>
        Foundry asks you to sign in, so that the agent acts as you. It happens once for each person, connection and
        project.
      </Body1>
      {!done && (
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

interface ApprovalProps {
  readonly item: OutputItem;
  readonly decision?: boolean;
  readonly onDecide: (approve: boolean) => void;
}

function Approval({ item, decision, onDecide }: ApprovalProps) {
  return (
    <Card className="request" aria-label={`Approval of ${item.name ?? ''}`}>
      <div className="row">
        {decision ? <CheckmarkCircle20Regular aria-hidden /> : <ShieldKeyhole20Regular aria-hidden />}
        <Text weight="semibold">
          {decision === undefined ? `May ${item.name} run?` : `${item.name} was ${decision ? '' : 'not '}approved`}
        </Text>
      </div>
      <pre className="arguments">{pretty(item.arguments)}</pre>
      {decision === undefined && (
        <div className="row">
          <Button appearance="primary" onClick={() => onDecide(true)}>
            Approve
          </Button>
          <Button onClick={() => onDecide(false)}>Do not</Button>
        </div>
      )}
    </Card>
  );
}

function pretty(json = ''): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
