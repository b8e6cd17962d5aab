import { existsSync } from 'node:fs';

type Environment = Readonly<Record<string, string | undefined>>;

const CONTAINER_FILES = ['/.dockerenv', '/run/.containerenv'];

/**
 * Whether a browser opened from here would appear before the person. `BROWSER` names one, as editors do that forward
 * links from a remote machine; in a session over SSH, in a container or without a display there is none.
 */
export function hasBrowser(
  environment: Environment,
  platform: NodeJS.Platform = process.platform,
  exists: (file: string) => boolean = existsSync,
): boolean {
  const isSet = (...names: readonly string[]) => names.some((name) => (environment[name] ?? '') !== '');
  if (isSet('BROWSER')) return true;
  if (isSet('SSH_CONNECTION', 'SSH_TTY', 'SSH_CLIENT')) return false;
  if (platform !== 'linux' || isSet('WSL_DISTRO_NAME')) return true;
  return isSet('DISPLAY', 'WAYLAND_DISPLAY') && !CONTAINER_FILES.some(exists);
}
