import type { Presenter } from '../conversation/presenter.js';

/** One JSON object per line and no question: what a person would have to decide is decided by `--approve` alone. */
export function jsonPresenter(approve: boolean, write: (line: string) => void): Presenter {
  const line = (event: object) => write(`${JSON.stringify(event)}\n`);
  return {
    text: (delta) => line({ type: 'text', delta }),
    toolCalled: ({ name, arguments: args, output, error }) =>
      line({ type: 'tool', name, arguments: parsed(args), output: parsed(output ?? ''), error: error ?? undefined }),
    failed: (message) => line({ type: 'error', message }),
    done: () => line({ type: 'done' }),
    consent: async ({ consent_link, server_label }) => {
      line({ type: 'consent', url: consent_link, server: server_label });
      return false;
    },
    approve: async ({ name, arguments: args, server_label }) => {
      line({ type: 'approval', server: server_label, name, arguments: parsed(args), approved: approve });
      return approve || undefined;
    },
    decide: async (page) => {
      line({ type: 'approval_page', ...page });
      return false;
    },
  };
}

/** What is not JSON stays text. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
