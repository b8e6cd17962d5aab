import type { Reason } from '../../../apps/mcp-api/src/refusals/reason.js';
import { REFUSALS } from '../../../apps/mcp-api/src/refusals/refusal-table.js';
import type {
  HttpSurface,
  RefusalRow,
  RpcSurface,
  Surface,
  ToolSurface,
} from '../../../apps/mcp-api/src/refusals/surface.js';

type Challenge = ToolSurface & { readonly instead: HttpSurface };

/** The rows of the table of refusals, by name, that end in one kind of answer. */
export const ROWS = {
  http: rowsThat((surface): surface is HttpSurface => surface.kind === 'http'),
  rpc: rowsThat((surface): surface is RpcSurface => surface.kind === 'rpc'),
  tool: rowsThat(isTool),
  challenge: rowsThat(isChallenge),
  claims: rowsThat(
    (surface): surface is Challenge => isChallenge(surface) && surface.instead.error === 'insufficient_claims',
  ),
  link: rowsThat((surface): surface is ToolSurface => isTool(surface) && surface.elicits === true),
};

function rowsThat<S extends Surface>(fits: (surface: Surface) => surface is S) {
  return Object.entries(REFUSALS).flatMap(([reason, row]: [string, RefusalRow]) =>
    fits(row.surface) ? [[reason as Reason, { ...row, surface: row.surface }] as const] : [],
  );
}

function isTool(surface: Surface): surface is ToolSurface {
  return surface.kind === 'tool';
}

function isChallenge(surface: Surface): surface is Challenge {
  return isTool(surface) && surface.instead !== undefined;
}
