import { type CallLimits, DomainError } from '@app/domain';
import type { DriveItem as GraphDriveItem } from '@microsoft/microsoft-graph-types';
import { parsed, textOf } from '../http/exchange.js';
import { outcomeUnknown } from '../http/outcome-unknown.js';
import { unreadable } from '../http/unreadable.js';
import { asTransferFailure, mayGoOn, assertOk, transfer } from './transfer.js';

/** Graph wants parts of a multiple of 320 KiB (driveItem: createUploadSession). */
const PART = 16 * 320 * 1024;
/** After these the session is asked what it has (416: the part was there already). */
const ASK_AGAIN: readonly number[] = [416, 500, 502, 503, 504];

interface Status {
  readonly nextExpectedRanges?: readonly string[];
}

/**
 * Sends content in parts; after a broken connection it goes on where Graph says, or leaves nothing behind. The file may be
 * there all the same where the answer to the last part was lost.
 */
export async function uploadInParts(url: URL, content: Uint8Array, limits: CallLimits): Promise<GraphDriveItem> {
  let mayBeDone = false;
  let failures = 0;
  for (let start = 0; ;) {
    const isLast = start >= 0 && start + PART >= content.byteLength;
    try {
      const answer = await (start < 0 ? statusOf(url, limits) : putPart(url, content, start, limits));
      if ('id' in answer) return answer;
      start = nextStart(answer);
      mayBeDone = false;
    } catch (error) {
      mayBeDone ||= isLast && isUncertain(error);
      start = -1;
      if (mayGoOn(error, ++failures, limits)) continue;
      const isUndone = await abandon(url, limits);
      const failure = asTransferFailure(error, limits);
      throw mayBeDone && !isUndone
        ? outcomeUnknown(lostAnswer(failure), { path: '/drive', isRepeatable: false })
        : failure;
    }
  }
}

async function putPart(url: URL, content: Uint8Array, start: number, limits: CallLimits) {
  const part = content.slice(start, start + PART);
  const range = `bytes ${start}-${start + part.byteLength - 1}/${content.byteLength}`;
  const headers = { 'content-range': range, 'content-type': 'application/octet-stream' };
  const sent = await transfer(url, { method: 'PUT', headers, body: part }, limits);
  if (ASK_AGAIN.includes(sent.status)) {
    await sent.body?.cancel();
    throw new Error(`The session answered ${sent.status}.`);
  }
  const response = await assertOk(sent);
  return parsed(await textOf(response)) as Status | (GraphDriveItem & { readonly id: string });
}

async function statusOf(url: URL, limits: CallLimits): Promise<Status> {
  return parsed(await textOf(await assertOk(await transfer(url, {}, limits)))) as Status;
}

function nextStart({ nextExpectedRanges }: Status): number {
  const start = Number.parseInt(nextExpectedRanges?.[0] ?? '', 10);
  if (Number.isNaN(start)) throw unreadable('an upload session without what it expects next');
  return start;
}

/**
 * An abandoned session keeps the name taken until it expires, so it is deleted, in a moment of its own. True when it was
 * still there, so that no file has been made of it.
 */
async function abandon(url: URL, limits: CallLimits): Promise<boolean> {
  const ownTime = { ...limits, signal: new AbortController().signal, deadline: Date.now() + 2_000 };
  const response = await transfer(url, { method: 'DELETE' }, ownTime).catch(() => undefined);
  return response?.ok === true;
}

function isUncertain(error: unknown): boolean {
  return !(error instanceof DomainError) || error.code === 'temporarily_unavailable';
}

/** A session that is gone after the last part was sent says nothing of the file. */
function lostAnswer(failure: DomainError): DomainError {
  if (failure.code !== 'not_found') return failure;
  return new DomainError('temporarily_unavailable', 'Microsoft Graph could not be reached.', { cause: failure });
}
