import { FairPlaces, NoPlace, type PlaceLimits } from '@app/domain';

const LIMITS: PlaceLimits = { places: 2, placesPerPerson: 2, waiting: 4, waitingPerPerson: 2, longestWaitMs: 60_000 };
const { signal } = new AbortController();

describe('places for the work of many people', () => {
  const places = (limits: Partial<PlaceLimits> = {}) => new FairPlaces({ ...LIMITS, ...limits });
  const refusalOf = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: NoPlace) => error.whose,
    );

  it('are bounded, and given to who waits when one is free', async () => {
    const fair = places();
    const [first] = [await fair.enter('anna', signal), await fair.enter('ben', signal)];
    const order: string[] = [];
    const third = fair.run('cleo', signal, async () => void order.push('cleo'));
    expect(order).toEqual([]);
    first();
    await third;
    expect(order).toEqual(['cleo']);
  });

  it('go to who has the fewest, however many of somebody else wait before', async () => {
    const fair = places();
    const [one, two] = [await fair.enter('anna', signal), await fair.enter('anna', signal)];
    const order: string[] = [];
    const waiting = ['anna', 'anna', 'ben'].map((person) =>
      fair.run(person, signal, async () => void order.push(person)),
    );
    one();
    two();
    await Promise.all(waiting);
    expect(order[0]).toBe('ben');
  });

  it('are never more than a person may have, though others are free', async () => {
    const fair = places({ placesPerPerson: 1 });
    const leave = await fair.enter('anna', signal);
    const second = fair.enter('anna', signal);
    const other = await fair.enter('ben', signal);
    leave();
    (await second)();
    other();
    expect(fair.isFull).toBe(false);
  });

  it('are refused to a person of whom enough waits, and to everybody when too much waits', async () => {
    const fair = places({ places: 1, waiting: 3 });
    const leave = await fair.enter('anna', signal);
    const waiting = ['anna', 'anna', 'ben'].map(async (person) => (await fair.enter(person, signal))());
    expect(await refusalOf(fair.enter('anna', signal))).toBe('person');
    expect([fair.isFull, await refusalOf(fair.enter('cleo', signal))]).toEqual([true, 'everybody']);
    leave();
    await Promise.all(waiting);
    expect(fair.isFull).toBe(false);
  });

  it('are not waited for longer than is useful', async () => {
    const fair = places({ places: 1, longestWaitMs: 1 });
    const leave = await fair.enter('anna', signal);
    expect(await refusalOf(fair.enter('ben', signal))).toBe('everybody');
    expect(await refusalOf(fair.enter('anna', signal))).toBe('person');
    leave();
    (await fair.enter('ben', signal))();
  });

  it('are not waited for by who went away, nor given to them', async () => {
    const fair = places({ places: 1 });
    const leave = await fair.enter('anna', signal);
    const gone = new AbortController();
    const waiting = fair.enter('ben', gone.signal);
    gone.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    leave();
    (await fair.enter('cleo', signal))();
  });

  it('are given back once only', async () => {
    const fair = places({ places: 1 });
    const leave = await fair.enter('anna', signal);
    leave();
    leave();
    const next = await fair.enter('ben', signal);
    expect(await refusalOf(places({ places: 1, waiting: 0 }).enter('x', signal))).toBeUndefined();
    next();
  });

  it('are given back when the work fails', async () => {
    const fair = places({ places: 1 });
    await expect(fair.run('anna', signal, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    (await fair.enter('ben', signal))();
  });
});
