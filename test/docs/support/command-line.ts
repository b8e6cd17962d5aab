export interface CommandLine {
  readonly words: readonly string[];
  /** What the output goes into. */
  readonly file?: string;
}

/** A command as a shell takes it apart: quotes, and a file that it writes. */
export function wordsOf(command: string): CommandLine {
  const [line = '', file] = command.split(/ > (?=\S+$)/);
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain = '']) => quoted ?? plain);
  return { words, file };
}

export interface Block {
  readonly commands: readonly string[];
  /** Says that it cannot be run here. */
  readonly isMarked: boolean;
}

/** The shell blocks of a document, in order. */
export function shellBlocks(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/(\*\*Not run here:\*\*\n\n)?```sh\n([\s\S]*?)```/g)].map(([, mark, text = '']) => ({
    commands: text.trim().split('\n'),
    isMarked: mark !== undefined,
  }));
}
