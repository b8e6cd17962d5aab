// The ports that `npm start` takes: looked at before anything is started, so that nothing stands half.
import { createServer } from 'node:net';

const DEFAULTS = {
  PORT: 3000,
  LOCAL_ENTRA_PORT: 7443,
  LOCAL_GRAPH_PORT: 7444,
  LOCAL_CONTROL_PORT: 7445,
  LOCAL_FOUNDRY_PORT: 7446,
  LOCAL_PLAYGROUND_PORT: 7447,
};

/**
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<Record<keyof typeof DEFAULTS, number>>}
 * @throws Error naming every port that is taken or is none, and the variable to change
 */
export async function freePorts(env = process.env) {
  const ports = Object.entries(DEFAULTS).map(([name, port]) => [name, env[name] ? Number(env[name]) : port]);
  const mistakes = await Promise.all(ports.map(([name, port]) => mistakeOf(name, port, env[name])));
  const found = mistakes.filter((mistake) => mistake !== undefined);
  if (found.length > 0) throw new Error(found.join('\n'));
  return Object.fromEntries(ports);
}

async function mistakeOf(name, port, given) {
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return `${name} is "${given}": write a port number from 0 to 65535.`;
  if (port === 0 || (await isFree(port))) return undefined;
  return `Port ${port} is taken (is npm start running already?): end what uses it, or set ${name} to another one.`;
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', ({ code }) => resolve(code !== 'EADDRINUSE' && code !== 'EACCES'));
    // Without a host: taken is what is taken at any address.
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}
