// npm passes a signal on to its shell only: where that one does not become our process, we hear nothing.
const LOOK_MS = 300;

/** Calls once when the npm that started this process is no longer there. */
export function whenNpmHasGone(leave) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    leave();
  }, LOOK_MS).unref();
}
