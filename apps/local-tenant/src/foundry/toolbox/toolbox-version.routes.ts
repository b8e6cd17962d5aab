import { Router } from 'express';
import { z } from 'zod';
import { requireCaller } from '../caller.js';
import type { FoundryServices } from '../foundry-services.js';
import { pageOf } from '../paging.js';
import type { StoredToolbox, Toolboxes, ToolboxVersion } from './toolboxes.js';

const TOOLBOXES = '/api/projects/:project/toolboxes';
const toolboxName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/, 'use 1 to 63 of a-z, 0-9, _ and -');

/** Toolboxes of a project, made by versions, of which one is the default. */
export function toolboxVersionRoutes({ state, toolboxes }: FoundryServices): Router {
  const router = Router();
  router.use(TOOLBOXES, requireCaller(state));
  router.get(TOOLBOXES, ({ params: { project }, query }, response) => {
    response.json(pageOf(toolboxes.list(project).map(viewOf), query));
  });
  router.get(`${TOOLBOXES}/:name`, ({ params: { project, name } }, response) => {
    response.json(viewOf(toolboxes.get(project, name)));
  });
  router.patch(`${TOOLBOXES}/:name`, ({ params: { project, name }, body }, response) => {
    const { default_version: number } = z.object({ default_version: z.string() }).parse(body);
    response.json(viewOf(toolboxes.setDefault(project, name, number)));
  });
  router.delete(`${TOOLBOXES}/:name`, ({ params: { project, name } }, response) => {
    toolboxes.remove(project, name);
    response.status(204).end();
  });
  return router.use(versionRoutes(toolboxes));
}

function versionRoutes(toolboxes: Toolboxes): Router {
  const router = Router();
  router.get(`${TOOLBOXES}/:name/versions`, ({ params: { project, name }, query }, response) => {
    response.json(pageOf(toolboxes.get(project, name).versions.map(versionView), query));
  });
  router.post(`${TOOLBOXES}/:name/versions`, ({ params: { project, name }, body }, response) => {
    response.json(versionView(toolboxes.createVersion(project, toolboxName.parse(name), body)));
  });
  router.get(`${TOOLBOXES}/:name/versions/:version`, ({ params: { project, name, version } }, response) => {
    response.json(versionView(toolboxes.version(project, name, version)));
  });
  router.delete(`${TOOLBOXES}/:name/versions/:version`, ({ params: { project, name, version } }, response) => {
    toolboxes.removeVersion(project, name, version);
    response.status(204).end();
  });
  return router;
}

function viewOf({ versions, defaultNumber }: StoredToolbox) {
  const [latest] = versions.slice(-1).map(versionView);
  const { name = '', created_at: updated_at } = latest ?? {};
  return { id: name, name, updated_at, default_version: String(defaultNumber), versions: { latest } };
}

function versionView({ name, number, createdAt, shown }: ToolboxVersion) {
  return {
    object: 'toolbox.version',
    id: `${name}:${number}`,
    name,
    version: String(number),
    created_at: createdAt,
    ...shown,
    metadata: shown.metadata ?? {},
  };
}
