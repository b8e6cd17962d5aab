/** Where the person is: what is shown and asked. */
export interface Terminal {
  write(text: string): void;
  /** What is answered; undefined when nobody is there any more. */
  ask(question: string): Promise<string | undefined>;
  /** Opens a page in the browser; rejects when that is known to have failed. */
  open(url: string): Promise<void>;
}

/** Why the program is left: the person has no more to say. */
export class InputEnded extends Error {
  override readonly name = 'InputEnded';
}
