// `npm run bench [-- <name>…] [folder of a production build]`: what something costs, measured beside what it can be compared
// with, in one run. Ratios hold on any machine, absolute figures on this one only.
import benchCall from './call.mjs';
import benchStart from './start.mjs';

const BENCHES = { start: benchStart, call: benchCall };

const given = process.argv.slice(2);
const names = given.filter((one) => Object.hasOwn(BENCHES, one));
const folders = given.filter((one) => !Object.hasOwn(BENCHES, one));

for (const name of names.length > 0 ? names : Object.keys(BENCHES)) {
  process.stdout.write(`${name}\n\n${await BENCHES[name](folders)}\n`);
}
process.exit();
