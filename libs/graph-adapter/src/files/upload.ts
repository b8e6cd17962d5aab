import type { CallLimits } from '@app/domain';
import type { DriveItem as GraphDriveItem } from '@microsoft/microsoft-graph-types';
import { unreadable } from '../http/unreadable.js';
import { asTransferFailure, mayGoOn, mustBeOk, transfer } from './transfer.js';

/** Graph wants parts of a multiple of 320 KiB (driveItem: createUploadSession). */
const PART = 16 * 320 * 1024;

interface Status {
  readonly nextExpectedRanges?: readonly string[];
}

/** Sends content in parts; after a broken connection it goes on where Graph says, or leaves nothing behind. */
export async function uploadInParts(url: URL, content: Uint8Array, limits: CallLimits): Promise<GraphDriveItem> {
  let failures = 0;
  for (let start = 0; ;) {
    try {
      const answer = await (start < 0 ? statusOf(url, limits) : putPart(url, content, start, limits));
      if ('id' in answer) return answer;
      start = nextStart(answer);
    } catch (error) {
      start = -1;
      if (mayGoOn(error, ++failures, limits)) continue;
      await abandon(url, limits);
      throw asTransferFailure(error, limits);
    }
  }
}

async function putPart(url: URL, content: Uint8Array, start: number, limits: CallLimits) {
  const part = content.slice(start, start + PART);
  const range = `bytes ${start}-${start + part.byteLength - 1}/${content.byteLength}`;
  const headers = { 'content-range': range, 'content-type': 'application/octet-stream' };
  const response = await mustBeOk(await transfer(url, { method: 'PUT', headers, body: part }, limits));
  return (await response.json()) as Status | (GraphDriveItem & { readonly id: string });
}

async function statusOf(url: URL, limits: CallLimits): Promise<Status> {
  return (await (await mustBeOk(await transfer(url, {}, limits))).json()) as Status;
}

function nextStart({ nextExpectedRanges }: Status): number {
  const start = Number.parseInt(nextExpectedRanges?.[0] ?? '', 10);
  if (Number.isNaN(start)) throw unreadable('an upload session without what it expects next');
  return start;
}

/** An abandoned session keeps the name taken until it expires, so it is deleted, in a moment of its own. */
async function abandon(url: URL, limits: CallLimits): Promise<void> {
  const ownTime = { ...limits, signal: new AbortController().signal, deadline: Date.now() + 2_000 };
  await transfer(url, { method: 'DELETE' }, ownTime).catch(() => undefined);
}
