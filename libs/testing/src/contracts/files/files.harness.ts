import { randomUUID } from 'node:crypto';
import type { DriveItem, FilesPort, ItemRef, NewFile, Scope, UserContext } from '@app/domain';
import type { Someone } from '../suite.js';

/** One adapter with the drives of two people of one organisation; drives may hold other files. */
export interface FilesHarness {
  readonly files: FilesPort;
  /** Default scope: `Files.ReadWrite.All`. */
  as(person: Someone, scopes?: readonly Scope[]): UserContext;
  addressOf(person: Someone): string;
  close(): Promise<void>;
}

export type FilesHarnessOf = () => FilesHarness;

export const ROOT: ItemRef = { itemId: 'root' };

/** A name that no other file has. */
export function uniqueName(ending = ''): string {
  return `n${randomUUID().replaceAll('-', '')}${ending}`;
}

/** A text file of anna's. */
export function textFile(
  { files, as }: FilesHarness,
  text: string,
  file: Partial<NewFile> & { readonly name: string },
): Promise<DriveItem> {
  const content = new TextEncoder().encode(text);
  return files.writeFile(as('anna'), { folder: ROOT, contentType: 'text/plain', ifExists: 'fail', content, ...file });
}

/** The text of a file of anna's. */
export async function textOf({ files, as }: FilesHarness, item: ItemRef): Promise<string> {
  return new TextDecoder().decode(await files.readContent(as('anna'), item, 1_000));
}

/** Every name in a folder of anna's, page by page. */
export async function namesIn({ files, as }: FilesHarness, folder: ItemRef, limit: number): Promise<readonly string[]> {
  const names: string[] = [];
  let after: string | undefined;
  do {
    const page = await files.listFolder(as('anna'), folder, { limit, after });
    names.push(...page.items.map(({ name }) => name));
    after = page.next;
  } while (after !== undefined);
  return names;
}
