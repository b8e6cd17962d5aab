// Loaded into the server before it starts (`node --import`): names under .test are this machine, as a hosts file would say.
import dns from 'node:dns';

const { lookup } = dns;

dns.lookup = (name, ...rest) => lookup(name.endsWith('.test') ? '127.0.0.1' : name, ...rest);
