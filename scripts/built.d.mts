/** For tests, which are TypeScript. */
export const APPS: Readonly<
  Record<string, { readonly sources: readonly string[]; readonly made: string; readonly command: readonly string[] }>
>;

export function ensureBuilt(
  names: readonly string[],
  how?: {
    readonly root?: string;
    readonly run?: (command: string[], root: string) => Promise<void>;
    readonly tell?: (sentence: string) => void;
  },
): Promise<void>;
