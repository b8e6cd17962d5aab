import { readFileSync } from 'node:fs';
import { environment } from '@app/config';
import { type ArmResource, environmentOf, readArm, treeOf } from './support/arm.js';
import { type Declared, readBicep, type Tree } from './support/bicep.js';

const BICEP = readBicep(readFileSync('deploy/bicep/behalf.bicep', 'utf8'));
const ARM = readArm('deploy/arm/behalf.json');
const APP = 'Microsoft.App/containerApps';

interface Container {
  readonly env: string;
  readonly probes: readonly {
    readonly type: string;
    readonly httpGet: { readonly path: string; readonly port: number };
  }[];
}

function declared(kind: Declared['kind']): readonly Declared[] {
  return BICEP.filter((one) => one.kind === kind && !one.existing);
}

/** What a resource says of itself; the order of making is implicit in Bicep and said in ARM. */
function bodyOf({ type, apiVersion, dependsOn: _dependsOn, ...body }: ArmResource): [string, Tree] {
  return [`${type}@${apiVersion}`, treeOf(body)];
}

function bicepBody({ type, value }: Declared): [string, Tree] {
  const { dependsOn: _dependsOn, ...body } = value as Record<string, Tree>;
  return [type, body];
}

function container(): Container {
  const app = ARM.resources.find(({ type }) => type === APP);
  return (app as unknown as { properties: { template: { containers: [Container] } } }).properties.template
    .containers[0];
}

function fixedVariables(): readonly { readonly name: string }[] {
  const of = (kind: string) => declared('var').find(({ name }) => name === kind)?.value;
  return [...(of('fixed') as unknown as readonly { name: string }[]), ...(of('front') as never)];
}

describe('the Bicep file and the ARM template of the container app', () => {
  it('make the same resources with the same properties and literals', () => {
    expect(declared('resource').map(bicepBody)).toEqual(ARM.resources.map(bodyOf));
  });

  it('give the container the same environment', () => {
    expect(fixedVariables()).toEqual(environmentOf(container().env));
  });

  it('take the same parameters, and need the same ones', () => {
    const type = (name: string) => (name === 'securestring' ? 'string' : name);
    expect(declared('param').map(({ name, type: of, value }) => [name, of, value])).toEqual(
      Object.entries(ARM.parameters).map(([name, { type: of, defaultValue }]) => [name, type(of), given(defaultValue)]),
    );
  });

  it('give the same outputs', () => {
    expect(declared('output').map(({ name, type }) => [name, type])).toEqual(
      Object.entries(ARM.outputs).map(([name, { type }]) => [name, type]),
    );
  });

  it('make everything that a resource refers to before it', () => {
    const made = ARM.resources.map(({ type }) => type);
    for (const resource of ARM.resources) {
      const { dependsOn = [], ...body } = resource;
      const named = made.filter(
        (type) => type !== resource.type && JSON.stringify(body).includes(`resourceId('${type}'`),
      );
      expect(named.filter((type) => !dependsOn.some((expression) => expression.includes(`'${type}'`)))).toEqual([]);
    }
  });
});

describe('the container app', () => {
  it('is told variables that exist, and every one that is needed', () => {
    const names = fixedVariables().map(({ name }) => name);
    expect(names.filter((name) => !(name in environment.shape))).toEqual([]);
    expect(requiredVariables().filter((name) => !names.includes(name))).toEqual([]);
  });

  it('is told of the authorization front only where somebody says something of it', () => {
    expect(container().env).toContain("if(empty(parameters('authorizationFront')), createArray(), createArray(");
    const [env] = /env: concat.*/.exec(readFileSync('deploy/bicep/behalf.bicep', 'utf8')) ?? [];
    expect(env).toBe('env: concat(fixed, empty(authorizationFront) ? [] : front, settings)');
    const front = Object.keys(environment.shape).filter((name) => /^(AUTHORIZATION_)?FRONT/.test(name));
    expect(
      fixedVariables()
        .slice(-3)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(front.sort());
  });

  it('holds no secret but the sealing key, which whoever deploys gives, the same each time', () => {
    const names = fixedVariables().map(({ name }) => name);
    expect(names.filter((name) => /SECRET|PASSWORD|CERTIFICATE/.test(name))).toEqual([]);
    expect(ARM.parameters['sealingKey']).toEqual({ type: 'securestring', minLength: 32, metadata: expect.anything() });
    expect(JSON.stringify(ARM)).not.toMatch(/newGuid|utcNow/);
  });

  it('is asked by its probes where the server answers', () => {
    expect(container().probes.map(({ type, httpGet }) => [type, httpGet.path, httpGet.port])).toEqual([
      ['Startup', '/healthz', 3000],
      ['Liveness', '/healthz', 3000],
      ['Readiness', '/readyz', 3000],
    ]);
  });
});

function requiredVariables(): string[] {
  return Object.entries(environment.shape)
    .filter(([, form]) => !form.safeParse(undefined).success)
    .map(([name]) => name);
}

function given(value: unknown): Tree | undefined {
  return value === undefined ? undefined : treeOf(value);
}
