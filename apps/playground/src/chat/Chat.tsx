import { Button, Caption1, Field, Spinner, Textarea } from '@fluentui/react-components';
import { Send24Regular } from '@fluentui/react-icons';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { TraceLine } from '../data/types';
import { EntryView } from './EntryView';
import type { Conversation } from './use-conversation';

const SUGGESTIONS = [
  'Who am I?',
  'What is on today?',
  'What is on tomorrow?',
  'Meetings this week',
  'Unread mail',
  'Create an event "Lunch" tomorrow at 12:30',
];

interface ChatProps {
  readonly conversation: Conversation;
  readonly person: string;
  readonly localPages: readonly string[];
  readonly lines: readonly TraceLine[];
}

/** The conversation and where one writes. */
export function Chat({ conversation, person, localPages, lines }: ChatProps) {
  const { entries, busy, say, decide, goOn } = conversation;
  const [text, setText] = useState('');
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [entries.length, busy]);

  const submit = (message: string) => {
    if (message.trim() === '' || busy) return;
    say(message.trim());
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter ends the word and not the message.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit(text);
  };

  return (
    <section className="panel chat" aria-label="Conversation">
      <div className="entries" role="log" aria-live="polite" aria-busy={busy} tabIndex={0} aria-label="Messages">
        {entries.length === 0 && <Welcome person={person} />}
        {entries.map((entry) => (
          <EntryView key={entry.id} {...{ entry, busy, localPages, lines }} onDecide={decide} onGoOn={goOn} />
        ))}
        {busy && <Spinner size="tiny" label="The agent is at work" labelPosition="after" />}
        <div ref={end} />
      </div>
      <div className="suggestions" role="group" aria-label="Suggested requests">
        {SUGGESTIONS.map((suggestion) => (
          <Button key={suggestion} size="small" shape="circular" disabled={busy} onClick={() => submit(suggestion)}>
            {suggestion}
          </Button>
        ))}
      </div>
      <form
        className="composer"
        onSubmit={(event) => {
          event.preventDefault();
          submit(text);
        }}
      >
        <Field label={`Ask the agent as ${person}`} className="grow">
          <Textarea value={text} onChange={(_, data) => setText(data.value)} onKeyDown={onKeyDown} resize="vertical" />
        </Field>
        <Button type="submit" appearance="primary" icon={<Send24Regular />} disabled={busy || text.trim() === ''}>
          Send
        </Button>
      </form>
    </section>
  );
}

function Welcome({ person }: { readonly person: string }) {
  return (
    <div className="welcome">
      <p>
        You are <strong>{person}</strong>. Ask for something below: the agent can do what you can do in Outlook, and
        nothing else.
      </p>
      <Caption1>
        The agent is a small planner, not a language model: it knows these requests, and messages such as
        calendar_list_events
        {' {"from":"2026-12-01","to":"2026-12-02"}'}.
      </Caption1>
    </div>
  );
}
