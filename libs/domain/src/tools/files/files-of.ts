import { DomainError } from '../../errors/domain-error.js';
import { FilesPort, type ItemRef } from '../../ports/files.port.js';
import type { Policy } from '../../policy/policy.js';
import type { Scope } from '../../scopes/scope-definitions.js';
import type { ToolContext } from '../../tool/tool.js';
import type { UserContext } from '../../call/user-context.js';

type Method = Exclude<keyof FilesPort, 'getByLink' | 'ownDriveId' | 'search'>;
type Reaching = Pick<FilesPort, Method>;

const SCOPES: Readonly<Record<Method, Scope>> = {
  listFolder: 'Files.Read.All',
  getItem: 'Files.Read.All',
  getByPath: 'Files.Read.All',
  readContent: 'Files.Read.All',
  writeFile: 'Files.ReadWrite.All',
  createFolder: 'Files.ReadWrite.All',
  change: 'Files.ReadWrite.All',
  delete: 'Files.ReadWrite.All',
  shareWithOrganization: 'Files.ReadWrite.All',
  invite: 'Files.ReadWrite.All',
  whoCanOpen: 'Files.Read.All',
};

/** The files of a call. Where one in a drive of somebody else is refused for want of a permission, the error says so. */
export function filesOf({ files, policy }: ToolContext): Reaching {
  const explain = (method: Method, user: UserContext, ref: ItemRef) => async (error: unknown) => {
    throw (await isForWantOf(SCOPES[method], error, files, user, ref))
      ? permissionMissing(SCOPES[method], policy, error)
      : error;
  };
  return {
    listFolder: (user, ref, page) => files.listFolder(user, ref, page).catch(explain('listFolder', user, ref)),
    getItem: (user, ref) => files.getItem(user, ref).catch(explain('getItem', user, ref)),
    getByPath: (user, ref, path) => files.getByPath(user, ref, path).catch(explain('getByPath', user, ref)),
    readContent: (user, ref, max) => files.readContent(user, ref, max).catch(explain('readContent', user, ref)),
    writeFile: (user, file) => files.writeFile(user, file).catch(explain('writeFile', user, file.folder)),
    createFolder: (user, ref, name) => files.createFolder(user, ref, name).catch(explain('createFolder', user, ref)),
    change: (user, ref, changes, version) =>
      files.change(user, ref, changes, version).catch(explain('change', user, ref)),
    delete: (user, ref, version) => files.delete(user, ref, version).catch(explain('delete', user, ref)),
    shareWithOrganization: (user, ref, role) =>
      files.shareWithOrganization(user, ref, role).catch(explain('shareWithOrganization', user, ref)),
    whoCanOpen: (user, ref) => files.whoCanOpen(user, ref).catch(explain('whoCanOpen', user, ref)),
    invite: (user, ref, invitation) => files.invite(user, ref, invitation).catch(explain('invite', user, ref)),
  };
}

/** Graph answers 403 and 404 alike; it is the permission where the drive is another than the own one. */
async function isForWantOf(
  scope: Scope,
  error: unknown,
  files: FilesPort,
  user: UserContext,
  { driveId }: ItemRef,
): Promise<boolean> {
  const mayBe = error instanceof DomainError && ['access_denied', 'not_found'].includes(error.code);
  if (!mayBe || driveId === undefined || user.may(scope)) return false;
  const own = await files.ownDriveId(user).catch(() => driveId);
  return own !== driveId;
}

function permissionMissing(scope: Scope, { toolsets }: Policy, cause: unknown): DomainError {
  const consent = `sign in again and consent to ${scope}; some organisations ask an administrator for that`;
  return new DomainError(
    'permission_missing',
    `This item is in another person's drive. That needs the permission ${scope}, which this sign-in does not have.`,
    {
      scopes: [scope],
      userAction: toolsets.includes('files_everywhere')
        ? `Whether the person has access is not the question: ${consent}.`
        : `Ask the operator of this server to switch on the toolset files_everywhere, then ${consent}.`,
      cause,
    },
  );
}
