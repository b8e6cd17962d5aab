// What `npm run new` writes into this repository.
import { contractFile, contractSpec, fakeFile, portFile } from './port-template.mjs';
import { toNames, toToolNames } from './names.mjs';
import { toolFile, toolSpec } from './tool-template.mjs';

const TOOLS = 'libs/domain/src/tools/index.ts';
const TOOLSETS = 'libs/domain/src/policy/toolsets.ts';

export function newToolset({ name: given, title }, folder) {
  const name = toNames(given, 'toolset');
  const entry = `  { name: '${name.snake}', title: '${title ?? name.title}', onByDefault: false },\n`;
  folder.edit(TOOLSETS, (text) => text.replace(/(?=\] as const satisfies)/, entry));
}

export function newTool({ name: given, toolset, port: portName, scopes, writes }, folder) {
  const [scope] = scopes;
  if (scope === undefined) throw new Error('Say which scope of Microsoft Graph the tool needs: --scope Calendars.Read');
  const name = toToolNames(given, toolset);
  const port = portName === undefined ? undefined : toNames(portName, 'port');
  if (port) folder.needs(`libs/graph-adapter/src/memory/${port.kebab}`, `npm run new -- port ${port.snake}`);
  const file = `${toolset.replaceAll('_', '-')}/${name.kebab}.tool`;
  const domain = '../../tool/tool.js';
  folder.write(`libs/domain/src/tools/${file}.ts`, toolFile({ name, toolset, port, scope, writes, domain }));
  const from = {
    testing: '@app/testing',
    fake: '@app/graph-adapter',
    tool: `../../libs/domain/src/tools/${file}.js`,
  };
  folder.write(`test/domain/${toNames(given, 'tool').kebab}.spec.ts`, toolSpec({ name, port, writes, from }));
  folder.edit(TOOLS, (text) =>
    text
      .replace(/\n\n\/\*\* Every tool/, `\nimport { ${name.camel} } from './${file}.js';\n\n/** Every tool`)
      .replace(/\n\];\n$/, `\n  ${name.camel},\n];\n`),
  );
  folder.say('Then: npm run update, and look at what it changed.');
}

export function newPort({ name: given, scopes }, folder) {
  const name = toNames(given, 'port');
  const scope = scopes[0] ?? 'User.Read';
  folder.write(`libs/domain/src/ports/${name.kebab}.port.ts`, portFile({ name, domain: '../call/user-context.js' }));
  const fake = `memory/${name.kebab}/in-memory-${name.kebab}.adapter`;
  folder.write(`libs/graph-adapter/src/${fake}.ts`, fakeFile({ name, domain: '@app/domain', port: '@app/domain' }));
  const suite = { name, domain: '@app/domain', suite: './suite.js', port: '@app/domain' };
  folder.write(`libs/testing/src/contracts/${name.kebab}.contract.ts`, contractFile(suite));
  const from = { testing: '@app/testing', fake: '@app/graph-adapter', contract: '@app/testing' };
  folder.write(`test/contract/${name.kebab}.contract.spec.ts`, contractSpec({ name, scope, ...from }));
  enter(name, fake, folder);
  folder.say(
    `Then write Graph${name.pascal} in libs/graph-adapter/src/${name.kebab}, name both adapters in graph-adapter.module.ts, add ${name.camel}: ${name.pascal}Port to Ports in libs/domain/src/ports/ports.ts, and provide it in apps/mcp-api/src/mcp.`,
  );
}

/** The doors of the libraries name what is new. */
function enter(name, fake, folder) {
  const add = (file, line) => folder.edit(file, (text) => `${text}${line}\n`);
  const types = `type ${name.pascal}Item, ${name.pascal}Port`;
  add('libs/domain/src/index.ts', `export { ${types} } from './ports/${name.kebab}.port.js';`);
  add('libs/graph-adapter/src/index.ts', `export { InMemory${name.pascal} } from './${fake}.js';`);
  const contract = `${name.camel}Contract, type ${name.pascal}Harness`;
  add('libs/testing/src/index.ts', `export { ${contract} } from './contracts/${name.kebab}.contract.js';`);
}
