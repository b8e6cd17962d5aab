import { isDeepStrictEqual } from 'node:util';
import type { ToolboxBody } from '../../plan/toolbox.js';
import type { ManagementApi } from '../api/management-api.js';
import type { ChangeReport } from '../change-report.js';

interface ExistingToolbox {
  readonly default_version: string;
  readonly versions: { readonly latest: { readonly version: string; readonly tools?: unknown } };
}

/**
 * The toolbox of the plan in a project, whose newest version becomes the default one.
 * @param api the data plane of Foundry, `https://{account}.services.ai.azure.com`
 */
export async function ensureToolbox(
  api: ManagementApi,
  report: ChangeReport,
  { project, name }: { readonly project: string; readonly name: string },
  body: ToolboxBody,
): Promise<void> {
  const path = `/api/projects/${encodeURIComponent(project)}/toolboxes/${name}`;
  const existing = await api.find<ExistingToolbox>(`${path}?api-version=v1`);
  const latest = existing?.versions.latest;
  const isThere = latest !== undefined && isDeepStrictEqual(latest.tools, body.tools);
  const version = isThere ? latest.version : await makeVersion(api, report, { path, name }, body);
  if (!existing || existing.default_version === version) {
    if (isThere) report.unchanged(`Toolbox "${name}" is there`);
    return;
  }
  const set = () => api.ask('PATCH', `${path}?api-version=v1`, { body: { default_version: version } });
  await report.change(`Toolbox "${name}" serves version ${version}`, set, undefined);
}

async function makeVersion(
  api: ManagementApi,
  report: ChangeReport,
  { path, name }: { readonly path: string; readonly name: string },
  body: ToolboxBody,
): Promise<string> {
  const make = () => api.ask<{ readonly version: string }>('POST', `${path}/versions?api-version=v1`, { body });
  return (await report.change(`A version of toolbox "${name}" is made`, make, { version: '<version>' })).version;
}
