// A test runner of jest (https://jestjs.io/docs/configuration#testrunner-string): runs one suite with jest-circus in the
// process itself instead of a context of its own, so that suites of one process share the modules that Node has loaded.
import { jestExpect } from '@jest/expect';
import { createEmptyTestResult } from '@jest/test-result';
import { configureGlobal } from 'fast-check';
import * as circus from 'jest-circus';
import { formatExecError, formatResultsErrors } from 'jest-message-util';
import { ModuleMocker } from 'jest-mock';
import { buildSnapshotResolver, SnapshotState } from 'jest-snapshot';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const { describe, it, test, beforeAll, beforeEach, afterAll, afterEach } = circus;
Object.assign(globalThis, { describe, it, test, beforeAll, beforeEach, afterAll, afterEach, expect: jestExpect });
globalThis.jest = new ModuleMocker(globalThis);
// Properties are tried with the same cases each time, so that a change is judged by what it changed; others with another seed.
configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_124) });

export default async function runSuite(globalConfig, config, _environment, _runtime, testPath) {
  // jest has put its own source maps in place of those of Node, which read the sources.
  Error.prepareStackTrace = undefined;
  const snapshots = await prepare(globalConfig, config, testPath);
  const stop = catchErrors();
  try {
    await import(pathToFileURL(testPath).href);
    const result = await circus.run();
    return report(result, snapshots, { globalConfig, config, testPath });
  } finally {
    stop();
  }
}

async function prepare(globalConfig, config, testPath) {
  circus.resetState();
  const state = circus.getState();
  state.testTimeout = config.testTimeout;
  state.testNamePattern = globalConfig.testNamePattern ? new RegExp(globalConfig.testNamePattern, 'i') : null;
  circus.addEventHandler(tellExpect);
  const { resolveSnapshotPath } = await buildSnapshotResolver(config);
  const { rootDir, prettierPath, snapshotFormat } = config;
  const { expand, updateSnapshot } = globalConfig;
  const options = { expand, updateSnapshot, rootDir, prettierPath, snapshotFormat };
  const snapshotState = new SnapshotState(resolveSnapshotPath(testPath), options);
  jestExpect.setState({ snapshotState, testPath, suppressedErrors: [] });
  return snapshotState;
}

/** Snapshots are found by the test's name; a wrong one is kept by `expect` until the test is over. */
function tellExpect(event) {
  if (event.name === 'test_start') jestExpect.setState({ currentTestName: fullName(event.test) });
  if (event.name !== 'test_done') return;
  event.test.errors.push(...jestExpect.getState().suppressedErrors);
  jestExpect.setState({ suppressedErrors: [] });
}

function fullName({ name, parent }) {
  return parent?.parent ? `${fullName(parent)} ${name}` : name;
}

/** What nobody awaited or caught fails the test that runs, or else the suite. */
function catchErrors() {
  const names = ['uncaughtException', 'unhandledRejection'];
  const take = (error) => {
    const { currentlyRunningTest, unhandledErrors } = circus.getState();
    (currentlyRunningTest?.errors ?? unhandledErrors).push(error);
  };
  for (const name of names) process.on(name, take);
  return () => names.forEach((name) => process.off(name, take));
}

function report(
  { testResults: results, unhandledErrorsDetailed: unhandled },
  snapshots,
  { globalConfig, config, testPath },
) {
  const testResults = results.map(toAssertion);
  const count = (status) => testResults.filter((result) => result.status === status).length;
  const failures = formatResultsErrors(testResults, config, globalConfig, testPath) ?? '';
  const message = failures + unhandled.map((error) => formatExecError(error, config, globalConfig)).join('\n');
  return {
    ...createEmptyTestResult(),
    ...(unhandled.length > 0 && { testExecError: { message: '', stack: message } }),
    failureMessage: message || null,
    numFailingTests: count('failed'),
    numPassingTests: count('passed'),
    numPendingTests: count('pending'),
    numTodoTests: count('todo'),
    snapshot: saveSnapshots(snapshots, testResults),
    testFilePath: testPath,
    testResults,
  };
}

function toAssertion(result) {
  const [, ...titles] = result.testPath;
  const failed = result.errors.length > 0;
  const status = { skip: 'pending', todo: 'todo' }[result.status] ?? (failed ? 'failed' : 'passed');
  return {
    ancestorTitles: titles.slice(0, -1),
    duration: result.duration,
    failureDetails: result.errorsDetailed,
    failureMessages: result.errors,
    fullName: titles.join(' '),
    invocations: result.invocations,
    location: null,
    numPassingAsserts: result.numPassingAsserts,
    status,
    title: titles.at(-1),
  };
}

function saveSnapshots(state, testResults) {
  for (const { fullName: name, status } of testResults) {
    if (status !== 'passed') state.markSnapshotsAsCheckedForTest(name);
  }
  const uncheckedKeys = [...state.getUncheckedKeys()];
  if (uncheckedKeys.length > 0) state.removeUncheckedKeys();
  const { deleted } = state.save();
  const { added, matched, unmatched, updated } = state;
  const unchecked = deleted ? 0 : uncheckedKeys.length;
  return { added, matched, unmatched, updated, fileDeleted: deleted, unchecked, uncheckedKeys };
}
