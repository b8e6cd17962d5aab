// A process that reads documents, which ends by what the document says: a signal, or a code of exit.
import process from 'node:process';

process.stdin.prependListener('data', (content) => {
  const [, how] = /^end by (\w+)/.exec(content.toString('latin1')) ?? [];
  if (how?.startsWith('SIG')) process.kill(process.pid, how);
  else if (how !== undefined) process.exit(Number(how));
});
await import('../../../.behalf/test/server/process/read-document.process.js');
