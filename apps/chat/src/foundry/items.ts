/** An item of a response, as far as this client acts on it. Others are let pass. */
export type Item = ConsentRequest | ApprovalRequest | ToolCall | ToolList | Message;

export interface ConsentRequest {
  readonly type: 'oauth_consent_request';
  readonly id: string;
  readonly consent_link: string;
  readonly server_label?: string;
}

export interface ApprovalRequest {
  readonly type: 'mcp_approval_request';
  readonly id: string;
  readonly server_label: string;
  readonly name: string;
  /** JSON. */
  readonly arguments: string;
}

export interface ToolCall {
  readonly type: 'mcp_call';
  readonly id: string;
  readonly server_label: string;
  readonly name: string;
  readonly arguments: string;
  readonly output?: string | null;
  readonly error?: unknown;
}

export interface ToolList {
  readonly type: 'mcp_list_tools';
  readonly id: string;
  readonly server_label: string;
  readonly error?: unknown;
}

export interface Message {
  readonly type: 'message';
  readonly id: string;
  readonly content: readonly { readonly type: string; readonly text?: string }[];
}

/** An event of a streamed response (OpenAI Responses API). */
export interface ResponseEvent {
  readonly type: string;
  readonly delta?: string;
  readonly item?: Item;
  readonly response?: { readonly id: string; readonly error?: { readonly message?: string } | null };
  readonly message?: string;
}

export type Input = string | readonly ApprovalResponse[];

export interface ApprovalResponse {
  readonly type: 'mcp_approval_response';
  readonly approval_request_id: string;
  readonly approve: boolean;
}
