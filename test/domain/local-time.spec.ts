import { toIanaZone, toWindowsZone } from '@app/domain';
import { inZone, assertExists, offsetNote, toWholeDate, toZoned } from '../../libs/domain/src/time/local-time.js';
import { overlaps, toRange } from '../../libs/domain/src/time/range.js';

describe('time zones', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['AUS Eastern Standard Time', 'Australia/Sydney'],
    ['UTC', 'UTC'],
    [' w. europe standard time ', 'Europe/Berlin'],
    ['Kamchatka Standard Time', 'Asia/Kamchatka'],
    ['Mexico Standard Time', 'America/Mexico_City'],
    ['Coordinated Universal Time', 'UTC'],
    ['Z', 'UTC'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Amsterdam'],
    ['(GMT+01:00) Brussels, Copenhagen, Madrid, Paris', 'Europe/Brussels'],
    ['(UTC-05:00) Eastern Time (US & Canada)', 'America/New_York'],
    ['(UTC-08:00) Pacific Time (US & Canada)', 'America/Los_Angeles'],
    ['(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi', 'Asia/Kolkata'],
    ['(UTC+10:00) Canberra, Melbourne, Sydney', 'Australia/Canberra'],
    ['(UTC+09:00) Osaka, Sapporo, Tokyo', 'Asia/Tokyo'],
    ['(UTC-04:00) Santiago', 'America/Santiago'],
    ['(UTC) Coordinated Universal Time', 'UTC'],
  ])('reads %s as %s', (name, zone) => expect(toIanaZone(name)).toBe(zone));

  it.each([
    'Berlin',
    '',
    ' ',
    'constructor',
    'W. Europe Daylight Time',
    '+02:00',
    '../etc',
    'tzone://Microsoft/Custom',
    '(UTC+05:00) Berlin',
    '(UTC+01:00) West Central Africa',
    '(UTC-02:00) Mid-Atlantic - Old',
    'Mid-Atlantic Standard Time',
  ])('refuses %j, saying what to write', (name) => expect(() => toIanaZone(name)).toThrow('is not a time zone'));

  it('knows the Windows name', () => expect(toWindowsZone('Europe/Berlin')).toBe('W. Europe Standard Time'));
});

describe('local times', () => {
  it('takes a time without offset as wall-clock time of the zone', () =>
    expect(toZoned('2026-03-29T09:00', 'Europe/Berlin').toInstant().toString()).toBe('2026-03-29T07:00:00Z'));

  it('takes an offset as deciding the instant', () =>
    expect(toZoned('2026-03-29T09:00Z', 'Europe/Berlin').toInstant().toString()).toBe('2026-03-29T09:00:00Z'));

  it.each([
    ['2026-12-01T10:00:00.0000000', '2026-12-01T09:00:00Z'],
    ['2026-12-01T10:00:00', '2026-12-01T09:00:00Z'],
    ['2026-12-01 10:00', '2026-12-01T09:00:00Z'],
    [' 2026-12-01t10:00:00z ', '2026-12-01T10:00:00Z'],
    ['2026-12-01T10:00:00.0000000Z', '2026-12-01T10:00:00Z'],
    ['2026-12-01T10:00:00.000+02:00', '2026-12-01T08:00:00Z'],
    ['2026-12-01T10:00-0500', '2026-12-01T15:00:00Z'],
    ['2026-12-01T10:00-05', '2026-12-01T15:00:00Z'],
    ['2026-12-01 9:30', '2026-12-01T08:30:00Z'],
    ['2026-12-01 10:00:00 +01:00', '2026-12-01T09:00:00Z'],
    ['2026-12-01 10:00 UTC', '2026-12-01T10:00:00Z'],
    ['2026-12-01T10:00:00+02:00[Europe/Helsinki]', '2026-12-01T08:00:00Z'],
    ['2026-12-01T10:00:00,5', '2026-12-01T09:00:00.5Z'],
    ['20261201T100000Z', '2026-12-01T10:00:00Z'],
    ['20261201T1000', '2026-12-01T09:00:00Z'],
  ])('takes %j as programs write it', (text, instant) => {
    expect(toZoned(text, 'Europe/Berlin').toInstant().toString()).toBe(instant);
    expect(assertExists(text, toZoned(text, 'Europe/Berlin')).toInstant().toString()).toBe(instant);
  });

  it.each(['2026-12-31', '2026-12-31T00:00:00.0000000', '2026-12-31T00:00:00Z', '2026-12-31 00:00'])(
    'takes %j as a date',
    (text) => expect(toWholeDate(text).toString()).toBe('2026-12-31'),
  );

  it.each([
    '12/01/2026 10:00',
    '2026-12-01T10',
    '2026-12-01T10:00 AM',
    '2026-12-01T10:00[Europe/Berlin]',
    '1764583200',
  ])('takes %j for no time', (text) => expect(() => toZoned(text, 'Europe/Berlin')).toThrow('is not a date-time'));

  it('takes no time of day as a date', () => expect(() => toWholeDate('2026-12-31T09:00')).toThrow('is not a date'));

  it.each([
    ['2026-12-01T10:00', undefined],
    ['2026-12-01T10:00Z', undefined],
    ['2026-12-01T10:00+01:00', undefined],
    ['2026-12-01T10:00+0100', undefined],
    ['2026-12-01T10:00+01', undefined],
    ['2026-12-01T10:00 UTC', undefined],
    [
      '2026-12-01T10:00-05:00',
      'start was given with the offset -05:00, which decided: in Europe/Berlin that is 2026-12-01T16:00.',
    ],
  ])('tells of %j in Europe/Berlin: %s', (text, note) => expect(offsetNote('start', text, 'Europe/Berlin')).toBe(note));

  it('tells both passes through an hour that happens twice apart', () => {
    expect(inZone('2026-10-25T00:30:00Z', 'Europe/Berlin')).toBe('2026-10-25T02:30+02:00');
    expect(inZone('2026-10-25T01:30:00Z', 'Europe/Berlin')).toBe('2026-10-25T02:30+01:00');
  });

  it('refuses a time that the clocks skip', () =>
    expect(() => assertExists('2026-03-29T02:30', toZoned('2026-03-29T02:30', 'Europe/Berlin'))).toThrow(
      'does not exist',
    ));

  it.each(['tomorrow', '2026-02-30T09:00', '2026-11-23', '2026-11-23T25:00', '2026-11-23T09:00[Europe/Berlin]'])(
    'refuses %j',
    (text) => expect(() => toZoned(text, 'UTC')).toThrow('is not a date-time'),
  );
});

describe('ranges', () => {
  it('takes one date twice as that whole day, 23 hours long when DST begins', () =>
    expect(toRange('2026-03-29', '2026-03-29', 'Europe/Berlin')).toEqual({
      start: '2026-03-28T23:00:00Z',
      end: '2026-03-29T22:00:00Z',
    }));

  it('refuses an end before its start', () =>
    expect(() => toRange('2026-03-29', '2026-03-28', 'Europe/Berlin')).toThrow('is not after'));

  it.each([
    ['2026-11-22', '2026-11-22', false],
    ['2026-11-23', '2026-11-23', true],
    ['2026-11-20', '2026-11-23', true],
    ['2026-11-24', '2026-11-25', false],
  ])('sees the all-day event %s to %s on 23 November in Sydney: %s', (start, end, expected) => {
    const day = toRange('2026-11-23', '2026-11-23', 'Australia/Sydney');
    expect(overlaps({ allDay: true, start, end }, day, 'Australia/Sydney')).toBe(expected);
  });
});
