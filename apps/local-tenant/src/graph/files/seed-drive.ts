import { contentOf } from './content/file-content.js';
import type { DriveStore } from './drive-store.js';

/** Folders and text files of somebody who works. */
export function seedDrive(drive: DriveStore, at: Date): void {
  const folder = (name: string) => drive.add({ parent: drive.root, name, at, conflict: 'fail' });
  const [documents, projects] = [folder('Documents'), folder('Projects')];
  const write = (parent: typeof documents, name: string, contentType: string, text: string) =>
    drive.add({ parent, name, contentType, content: contentOf(Buffer.from(text)), at, conflict: 'fail' });
  write(drive.root, 'Getting started.txt', 'text/plain', 'Welcome to OneDrive.\n');
  write(documents, 'Travel policy.md', 'text/markdown', '# Travel policy\n\nBook trains before planes.\n');
  write(projects, 'Launch plan.md', 'text/markdown', '# Launch plan\n\n1. Review\n2. Release\n');
}
