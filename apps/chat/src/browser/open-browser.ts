import open from 'open';

/** Opens a page in the person's browser. @throws Error when that is known not to have worked */
export async function openBrowser(url: string): Promise<void> {
  const launcher = await open(url);
  if (launcher.exitCode) throw new Error(`The browser's launcher ended with ${launcher.exitCode}.`);
  // Some launchers end at once, others with the browser: who waits for this waits for a failure only.
  await new Promise<void>((resolve, reject) => {
    launcher.once('error', reject);
    launcher.once('exit', (code) =>
      code ? reject(new Error(`The browser's launcher ended with ${code}.`)) : resolve(),
    );
  });
}
