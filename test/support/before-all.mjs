// Made once for all suites.
import compileSources from './compile-sources.mjs';
import makeSigningKeys from './signing-keys.mjs';

export default async function beforeAllSuites() {
  await Promise.all([makeSigningKeys(), compileSources()]);
}
