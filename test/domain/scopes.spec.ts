import { isGranted, missingScopes } from '@app/domain';

describe('the scope hierarchy', () => {
  it.each([
    ['Calendars.ReadWrite', 'Calendars.Read'],
    ['Calendars.ReadWrite', 'Calendars.ReadBasic'],
    ['Calendars.Read', 'Calendars.ReadBasic'],
    ['Calendars.Read.Shared', 'Calendars.Read'],
    ['Calendars.ReadWrite.Shared', 'Calendars.ReadBasic'],
    ['Calendars.ReadWrite.Shared', 'Calendars.Read.Shared'],
    ['Files.Read.All', 'Files.Read'],
    ['Mail.Send', 'Mail.Send'],
  ])('%s implies %s', (granted, required) => {
    expect(isGranted([granted], required)).toBe(true);
  });

  it.each([
    ['Calendars.Read', 'Calendars.ReadWrite'],
    ['Calendars.ReadBasic', 'Calendars.Read'],
    ['Calendars.ReadWrite', 'Calendars.Read.Shared'],
    ['Mail.ReadWrite', 'Mail.Send'],
    ['Mail.Send', 'Mail.Read'],
    ['Mail.Read', 'Calendars.Read'],
    ['Files.Read.All', 'Files.Read.Shared'],
    ['calendars.readwrite', 'Calendars.Read'],
    ['Calendars', 'Calendars.ReadBasic'],
    ['', 'Calendars.ReadBasic'],
    ['Calendars.Read.constructor', 'Calendars.Read'],
    ['User.ReadBasic.All', 'User.Read'],
  ])('%s does not imply %s', (granted, required) => {
    expect(isGranted([granted], required)).toBe(false);
  });

  it('names the missing scopes in the order they were required', () => {
    expect(missingScopes(['Mail.Read'], ['Mail.Send', 'Mail.ReadBasic', 'User.Read'])).toEqual([
      'Mail.Send',
      'User.Read',
    ]);
  });
});
