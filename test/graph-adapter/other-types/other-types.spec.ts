import { DomainError, TOOLS } from '@app/domain';
import { DEEP } from '../../support/depth.js';
import { keptOpen } from '../../support/keep-open.js';
import { recordEveryTool } from './calls-of-tools.js';
import { changedAnswers } from './changed-answers.js';
import { Recorder, type Recording } from './recorder.js';

/** What many tools ask in the same way is changed for one of them. */
const ASKED_BY_MANY = /^GET \/v1\.0\/me(?:\/mailboxSettings|\/calendar\/calendarView)?$/;

/** What changes something: whoever cannot read the answer must not say that it may be done again. */
const CHANGES = /^(?!GET )(?!.*\/(?:getSchedule|findMeetingTimes)$)/;

/** `npm test` tries one change of so many, another one of each property; `npm run test:deep` all. */
const ONE_OF = DEEP ? 1 : 61;

/** Tries each property of each kind of answer once. */
class Trial {
  readonly #recorder: Recorder;
  readonly #tried = new Set<string>();

  constructor(recorder: Recorder) {
    this.#recorder = recorder;
  }

  /** What is wrong with a call of which one answer is changed: whatever it comes to must be said. */
  async problemsOf(recording: Recording): Promise<string[]> {
    const problems: string[] = [];
    for (const [at, recorded] of recording.answers.entries()) {
      for (const changed of changedAnswers(recorded)) {
        const asker = ASKED_BY_MANY.test(recorded.request) ? '' : recording.tool;
        if (this.#wasTried(`${asker} ${withoutIds(recorded.request)} ${changed.what}`)) continue;
        if (this.#tried.size % ONE_OF !== 0) continue;
        const failure = await this.#failureOf(recording, recording.answers.with(at, changed.answer));
        if (!isSaid(failure, recorded.request))
          problems.push(`${recorded.request}: ${changed.what}: ${String(failure)}`);
      }
    }
    return problems;
  }

  async #failureOf(recording: Recording, answers: Recording['answers']): Promise<unknown> {
    try {
      await this.#recorder.replay(recording, answers);
    } catch (error) {
      return error;
    }
  }

  #wasTried(what: string): boolean {
    const was = this.#tried.has(what);
    this.#tried.add(what);
    return was;
  }
}

function isSaid(failure: unknown, request: string): boolean {
  if (failure === undefined) return true;
  return failure instanceof DomainError && (!CHANGES.test(request) || failure.reason === 'outcome_unknown');
}

function withoutIds(request: string): string {
  return request.replaceAll(/[^/]{20,}/g, '{id}');
}

describe('an answer of Graph with other types than documented', () => {
  const keep = keptOpen();
  let trial: Trial;
  let recordings: readonly Recording[];
  beforeAll(async () => {
    const recorder = await Recorder.open(keep);
    recordings = await recordEveryTool(recorder);
    trial = new Trial(recorder);
  });

  it('is tried of every tool', () => {
    expect(new Set(recordings.map(({ tool }) => tool))).toEqual(new Set(TOOLS.map(({ name }) => name)));
  });

  it.each(TOOLS.map(({ name }) => name))('is never a fault of %s', async (name) => {
    const problems: string[] = [];
    for (const recording of recordings.filter(({ tool }) => tool === name)) {
      problems.push(...(await trial.problemsOf(recording)));
    }
    expect(problems).toEqual([]);
  });
});
