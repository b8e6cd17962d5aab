import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface ScriptRun {
  readonly status: number | null;
  readonly stderr: string;
  /** Each call of a command that was stood in for, its arguments one a line. */
  readonly calls: readonly string[];
}

/** Runs a shell script with commands that write down how they were called, and answer with what they are given. */
export function runScript(
  file: string,
  commands: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
): ScriptRun {
  const folder = mkdtempSync(join(tmpdir(), 'behalf-commands-'));
  const log = join(folder, 'calls.log');
  try {
    for (const [name, answer] of Object.entries(commands))
      writeFileSync(
        join(folder, name),
        `#!/bin/sh\nprintf '%s\\n' ${name} "$@" >> '${log}'\nprintf '\\f' >> '${log}'\nprintf '%s' '${answer}'\n`,
        { mode: 0o755 },
      );
    const PATH = `${folder}${delimiter}${process.env.PATH ?? ''}`;
    const { status, stderr } = spawnSync('sh', [file], { env: { ...env, PATH }, encoding: 'utf8' });
    const calls = existsSync(log) ? readFileSync(log, 'utf8').split('\f').filter(Boolean) : [];
    return { status, stderr, calls };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
