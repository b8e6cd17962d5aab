// What `behalf new` writes into a package of a team.
import { contractFile, contractSpec, fakeFile, portFile } from './port-template.mjs';
import { toNames, toToolNames } from './names.mjs';
import { toolFile, toolSpec } from './tool-template.mjs';

const DOMAIN = 'behalf/domain';
const TESTING = 'behalf/testing';
const EXTENSION = 'src/extension.ts';

export function newToolset({ name: given, title, scopes, resource }, folder) {
  const name = toNames(given, 'toolset');
  const own = scopes.length > 0 ? scopes : [`${name.pascal}.Read`, `${name.pascal}.ReadWrite`];
  const lines = own.map((scope) => `    { name: '${scope}', resource: '${resource ?? `api://${name.kebab}`}' },`);
  folder.write(
    `src/${name.kebab}.toolset.ts`,
    `import type { Declarations } from '${DOMAIN}';

/** The toolset, and the scopes that its tools ask for. */
export const ${name.constant} = {
  toolsets: [{ name: '${name.snake}', title: '${title ?? name.title}', onByDefault: true }],
  scopes: [
${lines.join('\n')}
  ],
} satisfies Declarations;
`,
  );
  if (folder.has(EXTENSION)) return folder.say(`Add ...${name.constant} to the toolsets and scopes of ${EXTENSION}.`);
  folder.write(EXTENSION, extensionFile(name));
  folder.write('src/main.ts', mainFile());
}

export function newPort({ name: given, scopes }, folder) {
  const name = toNames(given, 'port');
  const port = `./${name.kebab}.port.js`;
  folder.write(`src/${name.kebab}.port.ts`, portFile({ name, domain: DOMAIN, merged: true }));
  folder.write(`src/in-memory-${name.kebab}.adapter.ts`, fakeFile({ name, domain: DOMAIN, port }));
  const from = { domain: DOMAIN, suite: TESTING, port: `../src/${name.kebab}.port.js` };
  folder.write(`test/${name.kebab}.contract.ts`, contractFile({ name, ...from }));
  const fake = `../src/in-memory-${name.kebab}.adapter.js`;
  const contract = `./${name.kebab}.contract.js`;
  const scope = scopes[0] ?? `${name.pascal}.ReadWrite`;
  folder.write(`test/${name.kebab}.contract.spec.ts`, contractSpec({ name, scope, testing: TESTING, fake, contract }));
  folder.edit(EXTENSION, (text) => {
    const adapter = `InMemory${name.pascal}`;
    const entry = `${name.camel}: { useFactory: () => new ${adapter}() }`;
    const withPorts = text.includes('ports: {')
      ? text.replace('ports: {', `ports: {\n    ${entry},`)
      : text.replace(/\n(\s*)tools: \[/, `\n$1ports: { ${entry} },\n$1tools: [`);
    return withImport(withPorts, adapter, `./in-memory-${name.kebab}.adapter.js`);
  });
  folder.say(`Write an adapter of your API, and put it in the place of InMemory${name.pascal} in ${EXTENSION}.`);
}

export function newTool({ name: given, toolset, port: portName, scopes, writes }, folder) {
  const name = toToolNames(given, toolset);
  const declared = toNames(toolset, 'toolset');
  const port = portName === undefined ? undefined : toNames(portName, 'port');
  if (port) folder.needs(`src/${port.kebab}.port.ts`, `behalf new port ${port.snake}`);
  folder.needs(`src/${declared.kebab}.toolset.ts`, `behalf new toolset ${toolset}`);
  const scope = scopes[0] ?? `${declared.pascal}.${writes ? 'ReadWrite' : 'Read'}`;
  folder.write(`src/${name.kebab}.tool.ts`, toolFile({ name, toolset, port, scope, writes, domain: DOMAIN }));
  const from = {
    testing: TESTING,
    fake: `../src/in-memory-${port?.kebab}.adapter.js`,
    tool: `../src/${name.kebab}.tool.js`,
    toolset: `../src/${declared.kebab}.toolset.js`,
  };
  folder.write(`test/${name.kebab}.tool.spec.ts`, toolSpec({ name, port, writes, from, declared }));
  folder.edit(EXTENSION, (text) =>
    withImport(text.replace('...TOOLS', `...TOOLS, ${name.camel}`), name.camel, `./${name.kebab}.tool.js`),
  );
}

function extensionFile(name) {
  return `import type { Extension } from 'behalf';
import { TOOLS } from '${DOMAIN}';
import { ${name.constant} } from './${name.kebab}.toolset.js';

/** What this package adds to Behalf. */
const extension: Extension = {
  ...${name.constant},
  tools: [...TOOLS],
};

export default extension;
`;
}

function mainFile() {
  return `import { runBehalf } from 'behalf';
import extension from './extension.js';

await runBehalf(process.env, extension);
`;
}

/** The import stands before the first of the package itself. */
function withImport(text, name, from) {
  const line = `import { ${name} } from '${from}';\n`;
  return text.replace(/(?=import [^\n]* from '\.\/)/, line);
}
