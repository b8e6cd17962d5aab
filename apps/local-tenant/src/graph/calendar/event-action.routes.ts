import { type GraphRoute, atPaths } from '../http/route.js';
import type { Mailboxes } from '../mailbox/mailboxes.js';
import { requireMatch } from './find-event.js';
import { openEvent } from './event.routes.js';
import { forwardEvent, readForward } from './forward-event.js';
import { inCalendars } from './paths.js';
import { cancelEvent } from './remove-event.js';
import { ANSWERS, type Answer, readAnswer, respond } from './respond.js';

const ACCEPTED = { status: 202 } as const;

/** Answers to invitations, cancellation and forwarding. */
export function eventActionRoutes(mailboxes: Mailboxes): GraphRoute[] {
  const answers = (Object.keys(ANSWERS) as Answer[]).flatMap((answer) => answerRoutes(mailboxes, answer));
  const cancel = atPaths(inCalendars('/events/{event-id}/cancel'), {
    method: 'POST',
    operation: 'events.write',
    handle: (request) => {
      const { mailbox, instance } = openEvent(mailboxes, request, 'ReadWrite');
      requireMatch(instance, request.ifMatch);
      cancelEvent(mailboxes, mailbox, instance);
      return ACCEPTED;
    },
  });
  const forward = atPaths(inCalendars('/events/{event-id}/forward'), {
    method: 'POST',
    operation: 'events.forward',
    handle: (request) => {
      const { mailbox, instance } = openEvent(mailboxes, request, 'ReadWrite');
      forwardEvent(mailboxes, mailbox, instance, readForward(request.body));
      return ACCEPTED;
    },
  });
  return [...answers, ...cancel, ...forward];
}

function answerRoutes(mailboxes: Mailboxes, answer: Answer): GraphRoute[] {
  return atPaths(inCalendars(`/events/{event-id}/${answer}`), {
    method: 'POST',
    operation: 'events.write',
    handle: (request) => {
      const { mailbox, instance } = openEvent(mailboxes, request, 'ReadWrite');
      respond(mailboxes, mailbox, instance, answer, readAnswer(answer, request.body));
      return ACCEPTED;
    },
  });
}
