import { validate, ValidationSeverity } from 'dockerfile-utils';
import { existsSync, readFileSync } from 'node:fs';
import { readConfig, environment } from '@app/config';

const SETTINGS = JSON.parse(readFileSync('deploy/functions/local.settings.example.json', 'utf8')).Values as Record<
  string,
  string
>;
const HOST = JSON.parse(readFileSync('deploy/functions/host.json', 'utf8')) as {
  readonly configurationProfile: string;
  readonly customHandler: { readonly port: string; readonly http: Record<string, string> };
};
const DOCKERFILE = readFileSync('deploy/Dockerfile', 'utf8');
/** Of the Functions host itself. */
const PLATFORM = ['FUNCTIONS_WORKER_RUNTIME', 'AzureWebJobsFeatureFlags'];

describe('the settings of the Functions app', () => {
  it('are a configuration the server starts with', () => {
    const { server, auth } = readConfig(SETTINGS);
    expect(server.production).toBe(true);
    expect(auth.credential.kind).toBe('managed-identity');
  });

  it('are all read by somebody', () => {
    const known = [...Object.keys(environment.shape), ...PLATFORM];
    expect(Object.keys(SETTINGS).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('need no key of the platform: a person signs in, and the port is the one the server listens on by itself', () => {
    expect(HOST).toMatchObject({
      configurationProfile: 'mcp-custom-handler',
      customHandler: {
        port: String(readConfig(SETTINGS).server.port),
        http: { DefaultAuthorizationLevel: 'anonymous' },
      },
    });
  });
});

describe('the Dockerfile', () => {
  const stages = DOCKERFILE.split(/^FROM /m).slice(1);
  const last = stages.at(-1) ?? '';

  it('is one that Docker understands, without a known mistake', () => {
    expect(validate(DOCKERFILE, { instructionJSONInSingleQuotes: ValidationSeverity.ERROR })).toEqual([]);
    expect(validate(DOCKERFILE.replace('STOPSIGNAL', 'STOPSIGNALS'))).toHaveLength(1);
  });

  it('builds by the tested script, and ships only what that made', () => {
    expect(stages).toHaveLength(2);
    expect(stages[0]).toContain('RUN node scripts/production-build.mjs /app\n');
    expect(last.match(/^(COPY|ADD|RUN) .*$/gm)).toEqual(['COPY --from=build /app ./']);
  });

  it('sets variables that exist', () => {
    const [line = ''] = /^ENV .*$/m.exec(last) ?? [];
    const variables = Object.fromEntries([...line.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]));
    expect(variables).toEqual({ NODE_ENV: 'production', HOST: '0.0.0.0', PORT: '3000' });
    expect(Object.keys(variables).filter((name) => !(name in environment.shape))).toEqual([]);
  });

  it('runs node itself, not as root, and asks for its health where the server answers', () => {
    expect(last).toMatch(/^USER [1-9]\d*:[1-9]\d*$/m);
    expect(last).toMatch(/^STOPSIGNAL SIGTERM$/m);
    expect(last).toMatch(/^CMD \["node", .*"dist\/mcp-api\/apps\/mcp-api\/src\/main\.js"\]$/m);
    expect(last).toMatch(/^HEALTHCHECK [\s\S]*CMD \["node", .*\/healthz/m);
  });

  it('is sent nothing that the build does not take', () => {
    const sent = readFileSync('.dockerignore', 'utf8').trim().split('\n');
    const sources =
      /const SOURCES = (\[[^\]]*\])/.exec(readFileSync('scripts/production-build.mjs', 'utf8'))?.[1] ?? '';
    const named = [...sources.matchAll(/'([^']+)'/g)].map(([, path = '']) => path);
    const taken = [...named, 'scripts/production-build.mjs'];
    expect(sent).toEqual(['*', ...taken.map((path) => `!${path}`)]);
    expect(taken.filter((path) => !existsSync(path))).toEqual([]);
  });
});
