// What a team's package exports, as plain JavaScript.
const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
const tool = (name, scope, toolset) => ({ name, title: name, toolset, requiredScopes: [scope], annotations });

export default {
  tools: [tool('get_my_context', 'User.Read', 'core'), tool('leave_get_days_left', 'Leave.Read', 'leave')],
  toolsets: [{ name: 'leave', title: 'Leave requests', onByDefault: true }],
  scopes: [{ name: 'Leave.Read', resource: 'api://contoso-leave' }],
};
