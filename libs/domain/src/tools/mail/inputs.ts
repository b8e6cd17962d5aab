import { z } from 'zod';
import { graphId } from '../shared/inputs.js';

/** Arguments that several mail tools take, worded once. */
export const messageIdInput = graphId.describe('Id from mail_search');

export const folderInput = graphId
  .describe('inbox, drafts, sentitems, deleteditems, archive, junkemail, or an id from mail_list_folders')
  .optional();

export const bodyInput = z.string().max(50_000).describe('Plain text');

export const subjectInput = z.string().max(255).describe('Subject');
