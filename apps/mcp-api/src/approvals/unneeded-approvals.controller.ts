import { All, Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import { sendPage } from '../browser/page.js';
import { NOT_NEEDED_NOW } from './plain-pages.js';

/** In place of the pages of approval where nothing is to be approved: a link of an earlier policy may be in a chat. */
@Controller('approvals')
export class UnneededApprovalsController {
  @All('*link')
  answer(@Res() response: Response): void {
    sendPage(response, NOT_NEEDED_NOW);
  }
}
