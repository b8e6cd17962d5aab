// `npm run docs:api -- [<folder>]`: writes a page of every export of every door of the package, from types and doc
// comments. It fails where an export has none; with `--check` it only looks (`npm run check:docs`).
import { Application } from 'typedoc';

/** Doors of `behalf`, as in scripts/package.mjs. */
const DOORS = {
  behalf: 'apps/mcp-api/src/index.ts',
  'behalf/domain': 'libs/domain/src/index.ts',
  'behalf/graph': 'libs/graph-adapter/src/index.ts',
  'behalf/http': 'libs/http/src/index.ts',
  'behalf/testing': 'libs/testing/src/index.ts',
};

const given = process.argv.slice(2);
const checks = given.includes('--check');
const folder = given.find((argument) => !argument.startsWith('--')) ?? 'docs/api';

const app = await Application.bootstrap({
  name: 'behalf',
  entryPoints: Object.values(DOORS),
  tsconfig: 'tsconfig.package.json',
  skipErrorChecking: true,
  excludePrivate: true,
  excludeExternals: true,
  excludeInternal: true,
  sourceLinkTemplate: '../../{path}#L{line}',
  disableGit: true,
  sourceLinkExternal: false,
  readme: 'none',
  logLevel: 'Warn',
  validation: { notExported: false, invalidLink: true, notDocumented: false },
});
const project = await app.convert();
if (!project) process.exit(1);
for (const door of project.children) {
  const [name = door.name] = Object.entries(DOORS).find(([, file]) => file === `${door.name}/index.ts`) ?? [];
  door.name = name;
}
const bare = project.children.flatMap((door) =>
  door.children.filter(isBare).map(({ name }) => `${door.name}: ${name}`),
);
for (const name of bare) process.stderr.write(`${name} has no doc comment\n`);
if (!checks) await app.generateDocs(project, folder);
process.exitCode = app.logger.hasErrors() || bare.length > 0 ? 1 : 0;

function isBare(one) {
  return !one.hasComment() && !one.signatures?.some((signature) => signature.hasComment()) && !one.isReference();
}
