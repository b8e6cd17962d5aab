import {
  CalendarPort,
  type Declarations,
  FilesPort,
  MailPort,
  PeoplePort,
  PlacesPort,
  type Ports,
  ProfilePort,
  SchedulePort,
  TextExtractor,
  type withBuiltIn,
} from '@app/domain';
import { actingAt } from './acting-at.js';
import type { ClassProvider, FactoryProvider, InjectionToken, Provider, Type, ValueProvider } from '@nestjs/common';

type Provided<Port> =
  | Pick<ClassProvider<Port>, 'useClass'>
  | Pick<ValueProvider<Port>, 'useValue'>
  | Pick<FactoryProvider<Port>, 'useFactory' | 'inject'>;

interface OfResource {
  /**
   * App ID URI of the API whose token the adapter is given, for example `api://contoso-calendar`. Default: that of the
   * tool, which is Microsoft Graph's for the built-in ones.
   */
  readonly resource?: string;
}

/** The adapter of a port: an injectable class, or how Nest gets one (https://docs.nestjs.com/fundamentals/custom-providers). */
export type PortAdapter<Port = unknown> = Type<Port> | (Provided<Port> & OfResource);

/** What a team's package adds to Behalf, or replaces in it. */
export interface Extension extends Declarations {
  /** By the name under which tools reach the port: adds a port of the team, or replaces the adapter of a built-in one. */
  readonly ports?: { readonly [Name in keyof Ports]?: PortAdapter<Ports[Name]> };
}

/** Every port of the domain, under the name by which tools reach it; its adapter comes from one of the modules. */
const BUILT_IN_PORTS: Readonly<Record<string, InjectionToken>> = {
  profile: ProfilePort,
  calendar: CalendarPort,
  mail: MailPort,
  files: FilesPort,
  schedule: SchedulePort,
  people: PeoplePort,
  places: PlacesPort,
  documents: TextExtractor,
};

type Primitives = Pick<ReturnType<typeof withBuiltIn>, 'tools' | 'prompts' | 'resources'>;

/** Where Nest finds the adapter of each port. */
export function portTokens({ ports = {} }: Extension): Readonly<Record<string, InjectionToken>> {
  const added = Object.keys(ports).filter((name) => !Object.hasOwn(BUILT_IN_PORTS, name));
  return { ...BUILT_IN_PORTS, ...Object.fromEntries(added.map((name) => [name, `port ${name}`])) };
}

/** The adapters that the extension brings. */
export function portProviders(extension: Extension): readonly Provider[] {
  const tokens = portTokens(extension);
  return Object.entries(extension.ports ?? {}).flatMap(([name, adapter]): Provider[] => {
    const provide = tokens[name] as InjectionToken;
    if (typeof adapter === 'function') return [{ provide, useClass: adapter }];
    const { resource, ...provided } = adapter as ValueProvider<object> & OfResource;
    if (resource === undefined) return [{ ...provided, provide }];
    const own = `adapter of ${resource} for ${name}`;
    const useFactory = (one: object) => actingAt(one, resource);
    return [
      { ...provided, provide: own },
      { provide, inject: [own], useFactory },
    ];
  });
}

/** @throws Error naming every port that something needs and that has no adapter */
export function assertPorts({ tools, prompts = [], resources = [] }: Primitives, extension: Extension): void {
  const known = Object.keys(portTokens(extension));
  const problems = [...tools, ...prompts, ...resources].flatMap(({ name, ports = [] }) =>
    ports
      .filter((port) => !known.includes(port))
      .map((port) => `${name} needs the port ${port}, which has no adapter: give one in "ports".`),
  );
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
