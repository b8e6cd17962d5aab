import { DomainError } from '@app/domain';

/** A request that changes something. */
export interface Change {
  readonly path: string;
  /** Graph makes one event of the same request sent twice (`transactionId`). */
  readonly isRepeatable: boolean;
}

/** Where one sees whether it was done; the first row whose words are in the path counts. */
const LOOK: readonly (readonly [path: RegExp, look: string])[] = [
  [/\/send(?:Mail)?$/i, 'check in the folder sentitems with mail_search'],
  [/\/create(?:Reply|ReplyAll|Forward)\b/i, 'check in the folder drafts with mail_search'],
  [/\/(?:messages|mailFolders)\b/i, 'check with mail_search or mail_get_message'],
  [/\/(?:drive|drives)\b/i, 'check with files_list_folder or files_get_item'],
  [/\/(?:events|calendars?)\b/i, 'check with calendar_list_events or calendar_get_event'],
];

/**
 * A failure after a change was sent: Graph may have made it, and its answer did not come or cannot be read. So nobody is
 * told to try again, but to look first.
 */
export function outcomeUnknown(failure: DomainError, { path, isRepeatable }: Change): DomainError {
  const look = LOOK.find(([words]) => words.test(path))?.[1] ?? 'check';
  const userAction = isRepeatable
    ? `Calling again with exactly the same arguments is safe: it creates no second event. Or ${look} whether the change was made.`
    : `Before calling again, ${look} whether the change was made.`;
  return new DomainError('outcome_unknown', `${failure.message} The change may have been made anyway.`, {
    ...failure.details,
    code: failure.code,
    userAction,
  });
}

/** Reads the answer to a change that was made; where it cannot be read, that is no reason to make the change again. */
export function readingChange<Answer, Result>(
  path: string,
  read: (answer: Answer) => Result,
): (answer: Answer) => Result {
  return (answer) => {
    try {
      return read(answer);
    } catch (error) {
      throw error instanceof DomainError ? outcomeUnknown(error, { path, isRepeatable: false }) : error;
    }
  };
}

/** What was done of a change before the rest of it was refused, and what is to be done instead of calling again. */
export interface DoneBefore {
  readonly done: string;
  readonly userAction: string;
}

/** The rest of a change in several requests. Where it fails, nobody is told to do the whole of it again. */
export async function afterFirst<Result>(before: DoneBefore, rest: () => Promise<Result>): Promise<Result> {
  return rest().catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError('outcome_unknown', `${error.message} ${before.done}`, {
      ...error.details,
      code: error.code,
      userAction: `Do not repeat the call: ${before.userAction}`,
    });
  });
}
