import type { Declared } from './bicep.js';

/** `parameters` of a parameters file of azd. */
export type Parameters = Readonly<Record<string, { readonly value: string }>>;
type Environment = Readonly<Record<string, string>>;

/**
 * The parameters that `azd up` asks a person for, which `--no-prompt` refuses: those without a value and without a default.
 * An empty value is none. https://learn.microsoft.com/azure/developer/azure-developer-cli/manage-environment-variables
 */
export function askedFor(bicep: readonly Declared[], parameters: Parameters, environment: Environment): string[] {
  return parametersOf(bicep)
    .filter(({ name, value }) => value === undefined && valueIn(parameters, name, environment) === '')
    .map(({ name }) => name);
}

/** What the template is deployed with. */
export function valuesOf(bicep: readonly Declared[], parameters: Parameters, environment: Environment) {
  return Object.fromEntries(
    parametersOf(bicep).map(({ name, value }) => [name, valueIn(parameters, name, environment) || value]),
  );
}

/** What the commands `azd env new` and `azd env set` of a page leave in the environment. */
export function documentedEnvironment(page: string): Environment {
  const [, name = '', options = ''] = /^azd env new (\S+)(.*)$/m.exec(page) ?? [];
  const option = (flag: string) => new RegExp(`--${flag} (<[^>]+>|\\S+)`).exec(options)?.[1] ?? '';
  const [, pairs = ''] = /^azd env set (.*)$/m.exec(page) ?? [];
  return {
    AZURE_ENV_NAME: name,
    AZURE_SUBSCRIPTION_ID: option('subscription'),
    AZURE_LOCATION: option('location'),
    ...Object.fromEntries([...pairs.matchAll(/(\w+)=(<[^>]+>|\S+)/g)].map(([, key, value]) => [key, value])),
  };
}

function parametersOf(bicep: readonly Declared[]): readonly Declared[] {
  return bicep.filter(({ kind }) => kind === 'param');
}

function valueIn(parameters: Parameters, name: string, environment: Environment): string {
  return substituted(parameters[name]?.value ?? '', environment);
}

/** `${NAME}`, and `${NAME=default}` where NAME has no value. What is written in any other way is not understood here. */
function substituted(text: string, environment: Environment): string {
  return text.replace(/\$\{([^}]*)\}/g, (_, expression: string) => {
    const [, name, otherwise = ''] = /^(\w+)(?:=(.*))?$/.exec(expression) ?? [];
    if (name === undefined) throw new Error(`Not understood: ${expression}`);
    return environment[name] || otherwise;
  });
}
