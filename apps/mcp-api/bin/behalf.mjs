#!/usr/bin/env node
// `behalf` starts the server; `behalf new tool|port|toolset <name> …` writes files into a package of a team.
const [command, ...given] = process.argv.slice(2);
if (command === 'new') {
  const { runNew } = await import('../../../scripts/new/new.mjs');
  runNew(given);
} else if (command !== undefined && !command.startsWith('-')) {
  console.error(`Unknown command ${command}. Write behalf --help, or behalf new tool|port|toolset <name>.`);
  process.exitCode = 1;
} else await import('../src/main.js');
