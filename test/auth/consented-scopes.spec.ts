import { keptOpen } from '../support/keep-open.js';
import { anExchange, granted } from './support/exchange.js';
import { TinyEntra } from './support/tiny-entra.js';

let entra: TinyEntra;

const keep = keptOpen();
beforeAll(async () => {
  entra = await keep(new TinyEntra().start());
});

const GRAPH = 'https://graph.microsoft.com/';
const caller = { scopes: ['User.Read', 'Calendars.Read', 'Calendars.ReadWrite'] };

/** The scopes of every exchange, where the person consented to these only. */
function consentedTo(...names: readonly string[]): string[][] {
  const asked: string[][] = [];
  entra.onToken = (form) => {
    const scopes = (form.get('scope') ?? '')
      .replaceAll(GRAPH, '')
      .split(' ')
      .filter((one) => /\./.test(one));
    asked.push(scopes);
    if (scopes.every((scope) => names.includes(scope))) return granted(form);
    const body = { error: 'invalid_grant', error_description: 'AADSTS65001: No consent.', error_codes: [65001] };
    return { status: 400, body };
  };
  return asked;
}

describe('an exchange', () => {
  it('asks for the scopes that the tool names, where they were consented to', async () => {
    const asked = consentedTo('Calendars.Read', 'Calendars.ReadWrite');
    await anExchange(entra).ask('one', { scopes: ['Calendars.Read'], caller });
    expect(asked).toEqual([['Calendars.Read']]);
  });

  it('asks for the broadest of the token where only that was, and first from then on', async () => {
    const asked = consentedTo('Calendars.ReadWrite', 'User.Read');
    const exchange = anExchange(entra);
    await exchange.ask('two', { scopes: ['Calendars.Read'], caller });
    await exchange.ask('two', { scopes: ['Calendars.ReadBasic', 'User.Read'], caller });
    expect(asked).toEqual([['Calendars.Read'], ['Calendars.ReadWrite'], ['Calendars.ReadWrite', 'User.Read']]);
  });

  it('refuses as for the named ones, where neither was', async () => {
    const asked = consentedTo();
    const refused = anExchange(entra).ask('three', { scopes: ['Calendars.Read'], caller });
    await expect(refused).rejects.toMatchObject({ code: 'consent_required', details: { scopes: ['Calendars.Read'] } });
    expect(asked).toHaveLength(2);
  });

  it('never asks for what the token does not hold', async () => {
    const asked = consentedTo('Calendars.ReadWrite');
    const refused = anExchange(entra).ask('four', {
      scopes: ['Calendars.Read'],
      caller: { scopes: ['Calendars.Read'] },
    });
    await expect(refused).rejects.toMatchObject({ code: 'consent_required' });
    expect(asked).toEqual([['Calendars.Read']]);
  });
});
