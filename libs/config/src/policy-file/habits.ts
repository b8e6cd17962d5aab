/** Words of other policies, in lower case, and what does here what they ask for. */
export const FILE_HABITS: Readonly<Record<string, string>> = {
  statement: 'rules',
  statements: 'rules',
  policy: 'rules',
  policies: 'rules',
  default: 'a last rule without conditions',
  defaultaction: 'a last rule without conditions',
  version: 'nothing: leave it out',
};

export const RULE_HABITS: Readonly<Record<string, string>> = {
  ...named('decision', ['effect', 'action', 'actions', 'verdict', 'result', 'then', 'permission', 'outcome', 'do']),
  ...named('tools', ['tool', 'toolname', 'resource', 'resources', 'operation', 'operations', 'method', 'methods']),
  ...named('toolsets', ['toolset', 'category', 'categories', 'server']),
  ...named('clients', [
    'client',
    'clientid',
    'clientids',
    'app',
    'apps',
    'application',
    'applications',
    'agent',
    'agents',
  ]),
  ...named('roles', ['role', 'approle', 'approles']),
  ...named('groups', ['group', 'team', 'teams']),
  ...named('roles or groups: a rule names no single people', ['user', 'users', 'principal', 'principals', 'subject']),
  ...named('facts', ['when', 'if', 'condition', 'conditions', 'match', 'where', 'fact']),
  ...named('reason', ['message', 'description', 'because', 'why', 'note', 'justification']),
  ...named('a comment (#)', ['name', 'id', 'sid', 'title', 'comment']),
  ...named('nothing: the order of the rules decides', ['priority', 'order', 'weight']),
};

export const FACT_HABITS: Readonly<Record<string, string>> = {
  ...named('external', ['outside', 'isexternal', 'outsiders']),
  ...named('recipientsOver', ['recipients', 'maxrecipients', 'recipientcount', 'recipientsabove']),
  ...named('attendeesOver', ['attendees', 'maxattendees', 'attendeecount']),
  ...named('deletes', ['delete', 'isdelete']),
  ...named('shareKind', ['share', 'shares', 'sharing', 'link']),
  ...named('firstContact', ['firsttime', 'newcontact', 'unknownrecipient']),
  ...named('writes', ['write', 'readonly']),
};

export const DECISION_HABITS: Readonly<Record<string, string>> = {
  ...named('allow', ['permit', 'accept', 'grant', 'true', 'yes', 'never', 'auto']),
  ...named('approve', ['ask', 'confirm', 'require_approval', 'approval', 'review', 'prompt', 'always']),
  ...named('deny', ['block', 'forbid', 'reject', 'refuse', 'false', 'no', 'disallow']),
};

function named(ours: string, theirs: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(theirs.map((word) => [word, ours]));
}
