// One story out of three logs: Foundry's, the server's audit, and the tenant's log of Entra and Graph. Nothing is added.
const NOISE = /openid-configuration|discovery|\/login\/|\/redirect\//;

/**
 * What happened to one person since an instant, in the order of time; each line names where it was read. Foundry's lines
 * are those of the responses named; what says of no person whose it is, is shown to everybody.
 */
export async function traceSince(tenant, audit, { since, personId, people, responses }) {
  const isOfOthers = (id) => id !== personId && people.includes(id);
  const [{ entries: foundry }, { entries: requests }] = await Promise.all([
    tenant.control('GET', '/foundry/trace'),
    tenant.control('GET', '/log'),
  ]);
  const lines = [
    ...foundry.filter(({ responseId }) => responses.includes(responseId)).map(fromFoundry),
    ...audit.filter(({ objectId }) => !isOfOthers(objectId)).map(fromAudit),
    ...requests
      .filter((request) => isTold(request, tenant.ownRequests) && !isOfOthers(request.userId))
      .map(fromRequest),
  ].filter(({ time }) => time >= since);
  return lines.map((line, index) => ({ id: `${line.time} ${index}`, ...line })).sort((a, b) => compare(a.time, b.time));
}

function fromFoundry({ time, step, text, facts }) {
  const { unreadReason, ...rest } = facts ?? {};
  // Foundry hands the server's own words to nobody; whoever watches may read them.
  const words = unreadReason === undefined ? text : `${text}. Behalf said: ${unreadReason}`;
  return { time, source: step === 'credential' ? 'token' : 'Foundry', text: words, facts: rest };
}

function fromAudit(line) {
  const { time, decision, reason, tool, scopes, objectId, clientId, verifiedBy, requestId, traceId, durationMs } = line;
  const what = tool ?? 'the request';
  const text = {
    allowed: `Behalf allowed ${what}.`,
    approved: `The person approved ${what}, and Behalf did it.`,
    declined: `The person declined ${what}.`,
    refused: `Behalf refused ${what}: ${reason}.`,
  }[decision];
  const decided = ['approved', 'declined'].includes(decision) ? { tool, decision } : undefined;
  const facts = {
    scopes,
    person: objectId,
    client: clientId,
    verifiedBy,
    graphRequest: requestId,
    traceId,
    durationMs,
  };
  return { time, source: 'audit', text, facts, decided, refused: decision === 'refused' };
}

function fromRequest({ time, service, method, path, status, requestId, userId, grant, fault }) {
  const source = service === 'graph' ? 'Graph' : 'Entra';
  const text =
    grant === undefined ? `${method} ${path} was answered ${status}.` : `${wordsOf(grant)}: answered ${status}.`;
  return { time, source, text, facts: { person: userId, requestId, fault }, refused: status >= 400 || status === 0 };
}

function wordsOf(grant) {
  if (grant.endsWith('jwt-bearer')) return 'Token exchange On-Behalf-Of the person';
  return `Token request (${grant})`;
}

/** The page's own reading of the week, and what has nothing to say. */
function isTold({ service, requestId, path }, ownRequests) {
  return service !== 'control' && !ownRequests.has(requestId) && !NOISE.test(path);
}

function compare(left, right) {
  return left < right ? -1 : Number(left > right);
}
