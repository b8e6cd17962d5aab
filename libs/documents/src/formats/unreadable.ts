/** Why a document gave no text; the sentence is shown to the agent. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}
