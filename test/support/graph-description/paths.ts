import type { Description, Operation } from './document.js';

export interface Found {
  /** As the description writes it. */
  readonly template: string;
  readonly operation: Operation;
}

/**
 * Other addresses of the same thing, which the description names once: `/me` is one of the users, a person's own drive
 * one of the drives, the first calendar one of the calendars, and a message or an event is also reached by its folder.
 */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/^\/users\/[^/]+(?=\/)/, '/me'],
  [/^\/me\/drives\/[^/]+(?=\/)/, '/me/drive'],
  [/^\/drives\/[^/]+(?=\/)/, '/me/drive'],
  [/^\/me\/drive(?=\/(root|items|special))/, '/drives/x'],
  // What a path leads to is an item, and so is the root.
  [/\/root:\/[^:]+:?(?=\/|$)/, '/items/x'],
  [/\/items\/[^/:]+:\/[^:]+:?(?=\/|$)/, '/items/x'],
  [/\/items\/[^/]+(?=\/search\()/, '/root'],
  [/\/drive(?=\/search\()/, '/drive/root'],
  [/^(\/shares\/[^/]+)\/root$/, '$1/driveItem'],
  [/(\/supportedTimeZones)\(.*\)$/i, '$1'],
  [/^\/me\/(?:calendar|calendars\/[^/]+)\/events\/(?=[^/])/, '/me/events/'],
  [/^\/me\/calendar\/(?=(events|calendarView)\b)/, '/me/calendars/x/'],
  [/^\/me\/mailFolders\/[^/]+\/messages\/(?=[^/])(?!delta\b)/, '/me/messages/'],
];

/** Finds the operation that a request is of. */
export class Paths {
  readonly #all: readonly { readonly template: string; readonly pattern: RegExp; readonly free: number }[];
  readonly #description: Description;

  constructor(description: Description) {
    this.#description = description;
    this.#all = Object.keys(description.paths)
      .map((template) => ({ template, pattern: patternOf(template), free: template.split('{').length }))
      .sort((one, other) => one.free - other.free);
  }

  /** `path` is what stands after the version, encoded. */
  find(method: string, path: string): Found | undefined {
    const decoded = decode(path);
    return this.#at(method, decoded) ?? this.#byOtherAddress(method, decoded);
  }

  #byOtherAddress(method: string, path: string): Found | undefined {
    const tried = [path];
    for (const one of tried) {
      const others = SAME.map(([from, to]) => one.replace(from, to)).filter((other) => !tried.includes(other));
      for (const other of others) {
        const found = this.#at(method, other);
        if (found) return found;
      }
      if (tried.length < 20) tried.push(...others);
    }
    return undefined;
  }

  #at(method: string, path: string): Found | undefined {
    for (const { template, pattern } of this.#all) {
      const operation = this.#description.paths[template]?.[method.toLowerCase()];
      if (operation && pattern.test(path)) return { template, operation };
    }
    return undefined;
  }
}

/** An id has no slash in it, a path of files may; a key may stand in brackets. */
function patternOf(template: string): RegExp {
  const parts = template.split(/(\{[^}]+\})/).map((part) => {
    if (!part.startsWith('{')) return part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    if (part === '{q}') return '.*';
    return part === '{item-path}' || part === '{filename}' ? '[^:]+' : '[^/:]+';
  });
  return new RegExp(`^${parts.join('')}/?$`, 'i');
}

function decode(path: string): string {
  const keyed = path.replace(/\/(\w+)\('([^'/]+)'\)/g, (whole, name: string, key: string) =>
    /^(search|supportedTimeZones|reminderView)$/i.test(name) ? whole : `/${name}/${key}`,
  );
  // An encoded slash is part of an id.
  return keyed
    .split('/')
    .map((part) => decodeURIComponent(part).replaceAll('/', '∕'))
    .join('/');
}
