import type { ApprovalRequest, ConsentRequest, ToolCall } from '../foundry/items.js';
import type { PageOfApproval } from './page-of-approval.js';

/** Where a conversation shows what happens and asks what only the person can answer. */
export interface Presenter {
  /** A piece of the agent's answer, as it comes. */
  text(delta: string): void;
  toolCalled(call: ToolCall): void;
  failed(message: string): void;
  /** The answer is complete. */
  done(): void;
  /** Shows the link; true when the person says that consent was given. */
  consent(request: ConsentRequest): Promise<boolean>;
  /** Undefined when there is nobody to decide. */
  approve(request: ApprovalRequest): Promise<boolean | undefined>;
  /** Shows the page on which the person approves a call; true when they say that they have decided. */
  decide(page: PageOfApproval): Promise<boolean>;
}
