import { createHash } from 'node:crypto';
import { toHtml } from './body-text.js';
import type { EventFields, ItemBody } from './model.js';

const LINE = '_'.repeat(80);

/** A Teams join link as Graph writes it; nobody listens there. */
export function joinUrlFor(iCalUId: string, tenantId: string, userId: string): string {
  const thread = createHash('sha256').update(iCalUId).digest('base64url').slice(0, 40);
  const context = encodeURIComponent(JSON.stringify({ Tid: tenantId, Oid: userId }));
  return `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${thread}%40thread.v2/0?context=${context}`;
}

/** The body with the block that Teams adds below it; the meeting lasts as long as the block stays in the body. */
export function withJoinBlock(body: ItemBody, joinUrl: string): ItemBody {
  return { contentType: 'html', content: `${toHtml(body)}<br>\r\n${joinBlock(joinUrl)}` };
}

/** Whether the body still has the block. */
export function keepsJoinBlock(body: ItemBody, joinUrl: string): boolean {
  const content = body.content.replaceAll('&amp;', '&');
  return content.includes(joinUrl) || content.includes('me-email-text');
}

/** `onlineMeeting`; null while the event is none. */
export function onlineMeetingOf({ isOnlineMeeting, joinUrl }: EventFields): { readonly joinUrl: string } | null {
  return isOnlineMeeting && joinUrl !== null ? { joinUrl } : null;
}

function joinBlock(joinUrl: string): string {
  const separator = `<div style="width:100%"><span style="white-space:nowrap; color:#5F5F5F; opacity:.36">${LINE}</span></div>`;
  const link = `<a id="meet_invite_block.action.join_link" class="me-email-headline" href="${joinUrl}">Join the meeting now</a>`;
  const digits = String(parseInt(createHash('sha256').update(joinUrl).digest('hex').slice(0, 11), 16)).padStart(
    12,
    '2',
  );
  return [
    separator,
    '<div class="me-email-text" lang="en-US">',
    '<div><span class="me-email-text">Microsoft Teams</span></div>',
    `<div>${link}</div>`,
    `<div><span>Meeting ID: </span><span>${digits.slice(0, 12).replace(/(\d{3})(?=\d)/g, '$1 ')}</span></div>`,
    '</div>',
    separator,
  ].join('\r\n');
}
