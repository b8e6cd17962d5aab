import type { RequestHandler, Router } from 'express';
import { AttachmentUploads } from '../attachments/attachment-uploads.js';
import { Downloads } from './content/downloads.js';
import { receivePut } from './content/receive-put.js';
import { Scratch } from './content/temp-files.js';
import { CopyJobs } from './copy/copy-jobs.js';
import { UploadSessions } from './upload/upload-sessions.js';

/** How contents come and go, with the temporary files of the big ones. */
export class Transfers {
  readonly downloads: Downloads;
  readonly uploads: UploadSessions;
  readonly attachments: AttachmentUploads;
  readonly copies = new CopyJobs();
  readonly receive: RequestHandler;
  readonly #scratch = new Scratch();

  constructor(clock: () => Date) {
    this.downloads = new Downloads(clock);
    this.uploads = new UploadSessions(this.#scratch, clock);
    this.attachments = new AttachmentUploads(clock);
    this.receive = receivePut(this.#scratch);
  }

  mount(router: Router): void {
    this.downloads.mount(router);
    this.uploads.mount(router);
    this.attachments.mount(router);
    this.copies.mount(router);
  }

  reset(): void {
    this.uploads.reset();
    this.attachments.reset();
    this.copies.reset();
    this.#scratch.clear();
  }
}
