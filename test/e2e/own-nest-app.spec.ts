import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { BehalfModule } from '../../apps/mcp-api/src/behalf.module.js';
import { readConfig } from '@app/config';
import { freePort, onTenant } from '../support/behalf.js';
import { keptOpen } from '../support/keep-open.js';
import { callTool, toolData } from '../support/mcp.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';

@Controller('menu')
class MenuController {
  @Get()
  today() {
    return { soup: 'lentils' };
  }
}

let tenant: LocalTenant;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
});

async function hostApplication(options: { readonly bodyParser: boolean }): Promise<string> {
  const port = await freePort();
  const url = `http://localhost:${port}/mcp`;
  const config = readConfig({ ...onTenant(tenant), PUBLIC_URL: url });
  @Module({ imports: [BehalfModule.register(config)], controllers: [MenuController] })
  class HostModule {}
  const host = await keep(NestFactory.create(HostModule, { ...options, logger: false }));
  await host.listen(port, '127.0.0.1');
  return url;
}

describe('Behalf inside of a Nest application', () => {
  it('serves its own paths as it does alone, and leaves the others to the application', async () => {
    const url = await hostApplication({ bodyParser: false });
    const menu = await fetch(new URL('/menu', url));
    expect([menu.status, await menu.json()]).toEqual([200, { soup: 'lentils' }]);
    expect(await toolData(url, await tenant.token({ user: 'anna' }), 'get_my_context')).toMatchObject({
      actingAs: { displayName: 'Anna Berg' },
    });
    const { status, challenge } = await callTool(url, '', 'get_my_context');
    expect([status, challenge]).toEqual([401, expect.stringContaining('resource_metadata')]);
    const metadata = await fetch(new URL('/.well-known/oauth-protected-resource/mcp', url));
    expect(await metadata.json()).toMatchObject({ resource: url });
  });

  it('refuses to serve where the application has parsed the body before', async () => {
    const url = await hostApplication({ bodyParser: true });
    const { status } = await callTool(url, await tenant.token({ user: 'anna' }), 'get_my_context');
    expect(status).toBe(500);
  });
});
