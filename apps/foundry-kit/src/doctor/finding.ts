/** Something that is wrong (`error`: no call can work; `warning`: some will not, or not for long), why, and how to fix it. */
export interface Finding {
  readonly level: 'error' | 'warning';
  /** Stable; what documents and scripts refer to. */
  readonly code: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

export function error(code: string, what: string, why: string, fix: string): Finding {
  return { level: 'error', code, what, why, fix };
}

export function warning(code: string, what: string, why: string, fix: string): Finding {
  return { level: 'warning', code, what, why, fix };
}
