import type { ProfilePort, Scope, UserContext } from '@app/domain';
import { codeOf, type Someone, type Open, openedForSuite } from './suite.js';

/** One adapter with two people: Anna works in Berlin and Ben in New York. */
export interface ProfileHarness {
  readonly profile: ProfilePort;
  /** Default scopes: `User.Read` and `MailboxSettings.Read`. */
  as(person: Someone, scopes?: readonly Scope[]): UserContext;
  idOf(person: Someone): string;
  addressOf(person: Someone): string;
  nameOf(person: Someone): string;
  close(): Promise<void>;
}

/** What every `ProfilePort` does, whatever is behind it. */
export function profileContract(open: Open<ProfileHarness>): void {
  const harness = openedForSuite(open);

  it.each(['anna', 'ben'] as const)('tells %s who they are', async (person) => {
    const me = await harness().profile.me(harness().as(person));
    expect(me).toMatchObject({ id: harness().idOf(person), displayName: harness().nameOf(person) });
    expect([me.mail, me.userPrincipalName]).toContain(harness().addressOf(person));
  });

  it.each([
    ['anna', 'Europe/Berlin'],
    ['ben', 'America/New_York'],
  ] as const)('gives the IANA zone of the mailbox of %s', async (person, timeZone) => {
    expect((await harness().profile.mailboxSettings(harness().as(person))).timeZone).toBe(timeZone);
  });

  it('gives working hours as weekdays and local times', async () => {
    const { workingHours } = await harness().profile.mailboxSettings(harness().as('anna'));
    expect(workingHours).toMatchObject({
      daysOfWeek: expect.arrayContaining(['monday', 'friday']),
      start: expect.stringMatching(/^\d\d:\d\d$/),
      end: expect.stringMatching(/^\d\d:\d\d$/),
      timeZone: 'Europe/Berlin',
    });
  });

  it('refuses what the token has no scope for', async () => {
    expect(await codeOf(harness().profile.mailboxSettings(harness().as('anna', ['User.Read'])))).toBe('access_denied');
    expect(await codeOf(harness().profile.me(harness().as('anna', ['Calendars.Read'])))).toBe('access_denied');
  });
}
