import { after, before } from 'node:test';
import { startBehalf } from '../../../support/behalf.ts';
import { startTestTenant } from '../../../support/tenant.ts';

/** A tenant for a suite; `open` sets it up and may keep what is closed after it. */
export function withTenant(open = async () => undefined) {
  const scene = {};
  const opened = [];
  const keep = (thing) => (opened.unshift(thing), thing);
  before(async () => {
    scene.tenant = keep(await startTestTenant());
    await open(scene, keep);
  });
  after(async () => {
    for (const thing of opened) await thing.close();
  });
  return scene;
}

/** The same, with the MCP server on it. */
export function withServer(open = async () => undefined) {
  return withTenant(async (scene, keep) => {
    scene.behalf = keep(await startBehalf(scene.tenant));
    await open(scene, keep);
  });
}
