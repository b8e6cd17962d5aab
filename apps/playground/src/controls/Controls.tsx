import { Button, Field, Select, Switch } from '@fluentui/react-components';
import type { AuthMode, Setting } from '../data/types';

interface ControlsProps {
  readonly setting: Setting;
  readonly user: string;
  readonly mode: AuthMode;
  readonly graphBroken: boolean;
  readonly onUser: (key: string) => void;
  readonly onMode: (id: string) => void;
  readonly onGraphBroken: (broken: boolean) => void;
  readonly onWithdraw: () => void;
  readonly onNew: () => void;
}

/** Who asks, how Foundry authenticates, and what is broken. */
export function Controls(props: ControlsProps) {
  const { setting, user, mode, graphBroken } = props;
  return (
    <div className="controls" role="group" aria-label="Who asks, and how">
      <Field label="Person">
        <Select value={user} onChange={(_, { value }) => props.onUser(value)}>
          {setting.people.map(({ key, displayName }) => (
            <option key={key} value={key}>
              {displayName}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Foundry authenticates with" hint={mode.hint}>
        <Select value={mode.id} onChange={(_, { value }) => props.onMode(value)}>
          {setting.modes.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <div className="row">
        <Button onClick={props.onNew}>New conversation</Button>
        <Button onClick={props.onWithdraw}>Withdraw consent</Button>
        <Switch label="Break Graph" checked={graphBroken} onChange={(_, { checked }) => props.onGraphBroken(checked)} />
      </div>
    </div>
  );
}
