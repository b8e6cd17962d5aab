import { Breaker } from '@app/http';

const RULES = { failuresOfPerson: 5, failingPeople: 3, pauseMs: 5_000 };

describe('A breaker', () => {
  let now: number;
  let breaker: Breaker;
  beforeEach(() => {
    now = 1_000_000;
    breaker = new Breaker(RULES, () => now);
  });
  const fail = (person: string, times = 1) => {
    for (let count = 0; count < times; count++) breaker.failed(person);
  };

  it('stops one person alone after failures in a row that are theirs alone', () => {
    fail('anna', 4);
    expect(breaker.pauseOf('anna')).toBe(0);
    fail('anna');
    expect([breaker.pauseOf('anna'), breaker.pauseOf('ben')]).toEqual([5_000, 0]);
  });

  it('stops nobody for failures with a success between them', () => {
    for (let count = 0; count < 20; count++) {
      fail('anna', 4);
      breaker.succeeded('anna');
    }
    expect(breaker.pauseOf('anna')).toBe(0);
  });

  it('stops everybody when it fails for several people, and lets one after the pause find out', () => {
    for (const person of ['anna', 'ben', 'chen']) fail(person);
    expect(breaker.pauseOf('dora')).toBe(5_000);
    now += 5_000;
    expect([breaker.pauseOf('dora'), breaker.pauseOf('ben')]).toEqual([0, 5_000]);
    breaker.succeeded('dora');
    expect(['anna', 'ben', 'chen', 'dora'].map((person) => breaker.pauseOf(person))).toEqual([0, 0, 0, 0]);
  });

  it('stops everybody again when the one who finds out fails', () => {
    for (const person of ['anna', 'ben', 'chen']) fail(person);
    now += 5_000;
    breaker.pauseOf('dora');
    now += 1_000;
    fail('dora');
    expect(breaker.pauseOf('ben')).toBe(5_000);
  });

  it('takes those for whom alone it fails for no sign that it fails for all', () => {
    fail('anna', 5);
    breaker.succeeded('ben');
    fail('anna', 50);
    fail('chen');
    fail('dora');
    expect(breaker.pauseOf('ben')).toBe(0);
  });

  it('lets another request find out when the one that did was never heard of again', () => {
    for (const person of ['anna', 'ben', 'chen']) fail(person);
    now += 5_000;
    expect(breaker.pauseOf('dora')).toBe(0);
    now += 5_000;
    expect(breaker.pauseOf('ben')).toBe(0);
  });

  it('forgets the oldest when failures of very many people come', () => {
    for (let count = 0; count < 5; count++) fail('anna');
    breaker.succeeded('ben');
    for (let person = 0; person < 10_001; person++) breaker.failed(`somebody ${person}`);
    breaker.succeeded('ben');
    expect(breaker.pauseOf('anna')).toBe(0);
  });
});
