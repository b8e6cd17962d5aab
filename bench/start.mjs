// `npm run bench -- start [folder of a production build]`: from the start of a server to its first `/readyz` that says yes,
// and its memory when it has had nothing to do for a while. Medians of interleaved rounds. Linux only.
import { setTimeout as sleep } from 'node:timers/promises';
import { behalfMain } from './behalf-main.mjs';
import { cpuMs, residentMb } from './process-figures.mjs';
import { onStub, startServer, startStubCloud } from './servers.mjs';
import { median, table } from './table.mjs';

const ROUNDS = 5;
const IDLE_MS = 2_000;

export default async function benchStart([folder]) {
  const main = await behalfMain(folder);
  const env = onStub(await startStubCloud());
  const rows = [
    { name: 'node:http', args: ['bench/servers/floor.mjs'] },
    { name: 'MCP SDK, one tool', args: ['bench/servers/plain-sdk.mjs'] },
    { name: 'Behalf', args: [main] },
  ].map((row) => ({ ...row, figures: [] }));
  for (let round = 0; round < ROUNDS; round++)
    for (const { args, figures } of rows) figures.push(await measure(args, env));
  return report(rows);
}

async function measure(args, env) {
  const { pid, readyMs, stop } = await startServer(args, env);
  const cpu = cpuMs(pid);
  await sleep(IDLE_MS);
  const memory = residentMb(pid);
  stop();
  return { readyMs, cpu, memory };
}

function report(rows) {
  const [floor] = rows.map(({ figures }) => median(figures.map(({ cpu }) => cpu)));
  const lines = rows.map(({ name, figures }) => {
    const [ready, cpu, memory] = ['readyMs', 'cpu', 'memory'].map((what) => median(figures.map((one) => one[what])));
    return [name, ready.toFixed(0), cpu.toFixed(0), (cpu / floor).toFixed(1), memory.toFixed(0)];
  });
  return table(['Server', 'Ready after ms', 'Processor ms', '÷ node:http', 'Idle RSS MB'], lines);
}
