// Made once for all suites.
import compileDocuments from './compile-documents.mjs';
import makeSigningKeys from './signing-keys.mjs';

export default async function beforeAllSuites() {
  await Promise.all([makeSigningKeys(), compileDocuments()]);
}
