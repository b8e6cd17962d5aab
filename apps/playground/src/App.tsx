import {
  FluentProvider,
  MessageBar,
  MessageBarBody,
  Spinner,
  Tab,
  TabList,
  Title3,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { Controls } from './controls/Controls';
import { breakGraph, getSetting, withdrawConsent } from './data/api';
import type { AuthMode, Person, Setting } from './data/types';
import { type Part, Talk } from './Talk';
import { useMedia } from './use-media';

export function App() {
  const dark = useMedia('(prefers-color-scheme: dark)');
  const [setting, setSetting] = useState<Setting>();
  const [failed, setFailed] = useState<string>();
  useEffect(() => void getSetting().then(setSetting, (error: Error) => setFailed(error.message)), []);
  return (
    <FluentProvider
      theme={dark ? webDarkTheme : webLightTheme}
      className="page"
      data-color-scheme={dark ? 'dark' : 'light'}
    >
      <Failure text={failed} />
      {setting ? <Playground setting={setting} /> : !failed && <Spinner label="Starting" />}
    </FluentProvider>
  );
}

function Playground({ setting }: { readonly setting: Setting }) {
  const narrow = useMedia('(max-width: 60rem)');
  const [part, setPart] = useState<Part>('chat');
  const [user, setUser] = useState(setting.people[0]?.key ?? '');
  const [modeId, setModeId] = useState(setting.modes[0]?.id ?? '');
  const [talk, setTalk] = useState(0);
  const [weeks, setWeeks] = useState(0);
  const [graphBroken, setGraphBroken] = useState(false);
  const [failed, setFailed] = useState<string>();
  const person = setting.people.find(({ key }) => key === user) as Person;
  const mode = setting.modes.find(({ id }) => id === modeId) as AuthMode;
  const done = (work: Promise<void>, after: () => void = () => undefined) =>
    void work.then(
      () => (setFailed(undefined), after()),
      (error: Error) => setFailed(error.message),
    );
  return (
    <>
      <header className="row between">
        <Title3 as="h1">Behalf playground</Title3>
        <code>{setting.mcp}</code>
      </header>
      <Failure text={failed} />
      <Controls
        {...{ setting, user, mode, graphBroken }}
        onUser={setUser}
        onMode={setModeId}
        onGraphBroken={(broken) => done(breakGraph(broken), () => setGraphBroken(broken))}
        onWithdraw={() => done(withdrawConsent(user))}
        onNew={() => setTalk((number) => number + 1)}
      />
      {narrow && (
        <TabList selectedValue={part} onTabSelect={(_, { value }) => setPart(value as Part)}>
          <Tab value="chat">Chat</Tab>
          <Tab value="week">Week</Tab>
          <Tab value="trace">What happened</Tab>
        </TabList>
      )}
      <Talk
        key={`${user} ${modeId} ${talk}`}
        {...{ person, mode, weeks, localPages: setting.localPages, only: narrow ? part : undefined }}
        onWeeks={setWeeks}
        onGraphBroken={setGraphBroken}
      />
    </>
  );
}

function Failure({ text }: { readonly text?: string }) {
  return (
    text !== undefined && (
      <MessageBar intent="error">
        <MessageBarBody>{text}</MessageBarBody>
      </MessageBar>
    )
  );
}
