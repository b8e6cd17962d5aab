import { z } from 'zod';

export const settingsBody = z.strictObject({
  toolTimeoutMs: z.int().min(1).max(100_000).optional(),
  initialize: z.boolean().optional(),
});

export interface SettingValues {
  /** Foundry gives a tool call 100 seconds. */
  readonly toolTimeoutMs: number;
  /** Whether `initialize` goes before each request; which of both Foundry does, no source says. */
  readonly initialize: boolean;
}

const SEED: SettingValues = { toolTimeoutMs: 100_000, initialize: false };

/** How Foundry calls MCP servers. */
export class Settings {
  #values = SEED;

  get values(): SettingValues {
    return this.#values;
  }

  change(change: z.output<typeof settingsBody>): SettingValues {
    this.#values = { ...this.#values, ...change };
    return this.#values;
  }

  reset(): void {
    this.#values = SEED;
  }
}
