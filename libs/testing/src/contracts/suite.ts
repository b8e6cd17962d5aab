import { DomainError } from '@app/domain';

/** The two people whom every harness knows, colleagues in one organisation. */
export type Someone = 'anna' | 'ben';

/** What a harness opens for a suite: servers, folders, connections. */
export interface Closable {
  close(): unknown;
}

/** Opens an adapter with its surroundings; what is opened is closed after the last test of the suite. */
export type Open<Harness extends Closable> = () => Harness | Promise<Harness>;

const NEEDED = ['describe', 'it', 'expect', 'beforeAll', 'afterAll'] as const;

/**
 * Opens what a suite tests before its first test, and closes it after its last one.
 * @returns what gives the opened one inside of a test
 * @throws Error where the test framework has no global functions
 */
export function openedForSuite<Harness extends Closable>(open: Open<Harness>): () => Harness {
  assertGlobals();
  let opened: Harness | undefined;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(async () => {
    await opened?.close();
  });
  return () => {
    if (!opened) throw new Error('The harness is open in tests only.');
    return opened;
  };
}

/**
 * The code of the `DomainError` that a call ends with.
 * @throws Error where the call succeeds or ends with another error
 */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DomainError) return error.code;
  throw new Error('The call was expected to end with a DomainError.', { cause: error });
}

function assertGlobals(): void {
  const missing = NEEDED.filter((name) => !(name in globalThis));
  if (missing.length === 0) return;
  throw new Error(
    `Contract suites use the global functions ${NEEDED.join(', ')}. Missing: ${missing.join(', ')}. Set "globals: true" in Vitest, or put the functions of your framework on globalThis.`,
  );
}
