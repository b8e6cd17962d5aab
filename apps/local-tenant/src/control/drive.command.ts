import { GraphError } from '../graph/errors.js';
import type { DriveControl } from '../graph/index.js';
import type { TenantState } from '../tenant-state.js';
import { ControlError, driveBody, userNamed } from './bodies.js';

/** Makes, changes and bins things in somebody's drive; tells which item it was. */
export function changeDrive(state: TenantState, drives: DriveControl, key: string, body: unknown) {
  const command = driveBody.parse(body);
  const user = userNamed(state, key);
  try {
    switch (command.action) {
      case 'file':
        return drives.addFile(user, command.path, command.bytes).id;
      case 'folder':
        return drives.addFolder(user, command.path, command.count).id;
      case 'change':
        return drives.change(user, command.path, command.text).id;
      case 'recycle':
        return drives.recycle(user, command.path).id;
      case 'quota':
        return void drives.setQuota(user, command.bytes);
    }
  } catch (error) {
    throw error instanceof GraphError ? new ControlError(error.message, { cause: error }) : error;
  }
}
