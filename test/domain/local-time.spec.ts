import { toIanaZone, toWindowsZone } from '@app/domain';
import { inZone, mustExist, toZoned } from '../../libs/domain/src/time/local-time.js';
import { overlaps, toRange } from '../../libs/domain/src/time/range.js';

describe('time zones', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['AUS Eastern Standard Time', 'Australia/Sydney'],
    ['UTC', 'UTC'],
  ])('reads %s as %s', (name, zone) => expect(toIanaZone(name)).toBe(zone));

  it.each(['Berlin', '', '+02:00', '../etc', 'tzone://Microsoft/Custom'])('refuses %j, saying what to write', (name) =>
    expect(() => toIanaZone(name)).toThrow('is not a time zone'),
  );

  it('knows the Windows name', () => expect(toWindowsZone('Europe/Berlin')).toBe('W. Europe Standard Time'));
});

describe('local times', () => {
  it('takes a time without offset as wall-clock time of the zone', () =>
    expect(toZoned('2026-03-29T09:00', 'Europe/Berlin').toInstant().toString()).toBe('2026-03-29T07:00:00Z'));

  it('takes an offset as deciding the instant', () =>
    expect(toZoned('2026-03-29T09:00Z', 'Europe/Berlin').toInstant().toString()).toBe('2026-03-29T09:00:00Z'));

  it('tells both passes through an hour that happens twice apart', () => {
    expect(inZone('2026-10-25T00:30:00Z', 'Europe/Berlin')).toBe('2026-10-25T02:30+02:00');
    expect(inZone('2026-10-25T01:30:00Z', 'Europe/Berlin')).toBe('2026-10-25T02:30+01:00');
  });

  it('refuses a time that the clocks skip', () =>
    expect(() => mustExist('2026-03-29T02:30', toZoned('2026-03-29T02:30', 'Europe/Berlin'))).toThrow(
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
