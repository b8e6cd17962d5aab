import { type AttackTable, each, under } from '../support/attack.js';
import type { Forge } from '../support/forge.js';
import { badToken } from '../support/request.js';

/** Audiences that are not this API's, from its client id. */
const AUDIENCES: Readonly<Record<string, (api: string) => unknown>> = {
  absent: () => undefined,
  null: () => null,
  'an empty text': () => '',
  'a blank': () => ' ',
  'an asterisk': () => '*',
  'a number': () => 1,
  true: () => true,
  'an empty list': () => [],
  'a list with the right one': (api) => [api],
  'a list with the right one first': (api) => [api, 'https://graph.microsoft.com'],
  'a list with the right one last': (api) => ['https://graph.microsoft.com', api],
  'a list in a list': (api) => [[api]],
  'an object with the right one': (api) => ({ 0: api }),
  'an object that prints as the right one': (api) => ({ toString: api }),
  'the right one in upper case': (api) => api.toUpperCase(),
  'the right URI in upper case': (api) => `API://${api}`,
  'the right one with a blank before': (api) => ` ${api}`,
  'the right one with a blank after': (api) => `${api} `,
  'the right one with a line end': (api) => `${api}\n`,
  'the right one with NUL': (api) => `${api}\u0000`,
  'the right one with a zero-width blank': (api) => `${api}\u200b`,
  'the right one with a digit more': (api) => `${api}0`,
  'the right one with a digit less': (api) => api.slice(0, -1),
  'the right one in braces': (api) => `{${api}}`,
  'the right one without dashes': (api) => api.replaceAll('-', ''),
  'the right one with a full-width digit': (api) => api.replace('1', '１'),
  'the right one twice': (api) => `${api} ${api}`,
  'the right one and another, with a comma': (api) => `${api},https://graph.microsoft.com`,
  'the right one and two slashes': (api) => `api://${api}//`,
  'the right URI and a path': (api) => `api://${api}/User.Read`,
  'the right URI and a query': (api) => `api://${api}?x=1`,
  'the right URI as a host of another': (api) => `api://${api}.evil.example`,
  'the right URI as a user of another': (api) => `api://${api}@evil.example`,
  'the right URI under https': (api) => `https://${api}`,
  'the right URI with the scheme alone': () => 'api://',
  'the right URI, percent-encoded': (api) => `api%3A%2F%2F${api}`,
  'the MCP endpoint': () => 'http://localhost/mcp',
  'the client that called': () => '1c0de4a1-77b0-4a4e-8a51-c0ffee00a002',
  'another application': () => '1c0de4a1-77b0-4a4e-8a51-c0ffee00a003',
  'the Graph of Microsoft': () => 'https://graph.microsoft.com',
  'the Graph of Microsoft, with a slash': () => 'https://graph.microsoft.com/',
  'the Graph of Microsoft by its id': () => '00000003-0000-0000-c000-000000000000',
  'the Graph of the US government': () => 'https://graph.microsoft.us',
  'the old directory API': () => '00000002-0000-0000-c000-000000000000',
  'the management API of Azure': () => 'https://management.azure.com/',
  'the audience of token exchange': () => 'api://AzureADTokenExchange',
};

export const audience: AttackTable = {
  name: 'audience',
  attacks: [
    ...under(
      'v2',
      each(AUDIENCES, (aud) => badToken((forge) => forge.token({ aud: aud(api(forge)) }), 'wrong_audience')),
    ),
    ...under(
      'v1',
      each(AUDIENCES, (aud) =>
        badToken((forge) => forge.tenant.sign({}, forge.v1({ aud: aud(api(forge)) })), 'wrong_audience'),
      ),
    ),
  ],
};

function api({ tenant }: Forge): string {
  return tenant.clients['behalf-api'].clientId;
}
