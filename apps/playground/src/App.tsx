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
import { useCallback, useEffect, useState } from 'react';
import { Chat } from './chat/Chat';
import { useConversation } from './chat/use-conversation';
import { Controls } from './controls/Controls';
import { breakGraph, getSetting, withdrawConsent } from './data/api';
import type { AuthMode, Person, Setting } from './data/types';
import { Trace } from './trace/Trace';
import { useTrace } from './trace/use-trace';
import { useMedia } from './use-media';
import { Week } from './week/Week';

type Part = 'chat' | 'week' | 'trace';

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
      {failed && (
        <MessageBar intent="error">
          <MessageBarBody>{failed} Is npm start still running?</MessageBarBody>
        </MessageBar>
      )}
      {setting ? <Playground setting={setting} /> : <Spinner label="Starting" />}
    </FluentProvider>
  );
}

function Playground({ setting }: { readonly setting: Setting }) {
  const narrow = useMedia('(max-width: 60rem)');
  const [part, setPart] = useState<Part>('chat');
  const [user, setUser] = useState(setting.people[0]?.key ?? '');
  const [modeId, setModeId] = useState(setting.modes[0]?.id ?? '');
  const [talk, setTalk] = useState(0);
  const [version, setVersion] = useState(0);
  const [graphBroken, setGraphBroken] = useState(false);
  const person = setting.people.find(({ key }) => key === user) as Person;
  const mode = setting.modes.find(({ id }) => id === modeId) as AuthMode;
  const conversationId = `${user} ${modeId} ${talk}`;
  const { lines, refresh } = useTrace(conversationId);
  const onAnswered = useCallback(() => {
    setVersion((number) => number + 1);
    refresh();
  }, [refresh]);
  const conversation = useConversation(user, modeId, talk, onAnswered);
  const show = (name: Part) => !narrow || part === name;
  return (
    <>
      <header className="row between">
        <Title3 as="h1">Behalf playground</Title3>
        <code>{setting.mcp}</code>
      </header>
      <Controls
        setting={setting}
        user={user}
        mode={mode}
        graphBroken={graphBroken}
        onUser={setUser}
        onMode={setModeId}
        onGraphBroken={(broken) => void breakGraph(broken).then(() => setGraphBroken(broken))}
        onWithdraw={() => void withdrawConsent(user).then(refresh)}
        onNew={() => setTalk((number) => number + 1)}
      />
      {narrow && (
        <TabList selectedValue={part} onTabSelect={(_, { value }) => setPart(value as Part)}>
          <Tab value="chat">Chat</Tab>
          <Tab value="week">Week</Tab>
          <Tab value="trace">What happened</Tab>
        </TabList>
      )}
      <main className={narrow ? 'parts narrow' : 'parts'}>
        {show('chat') && <Chat conversation={conversation} person={person.displayName} />}
        {show('week') && <Week person={person} version={version} narrow={narrow} />}
        {show('trace') && <Trace lines={lines} />}
      </main>
    </>
  );
}
