import { BEGINNING_MS } from '../beginning.js';
import type { GetFreeBusy } from '../cases/calendar.js';
import { IN_UTC } from '../graph.js';
import { type Equivalent, type Situation, zoneFor } from '../side.js';

const HOUR_MS = 3_600_000;
const SAMPLE_MS = HOUR_MS / 4;

/** From least to most occupied; nobody is occupied by anything else. */
const OCCUPIED: readonly string[] = ['tentative', 'busy', 'oof'];

interface Taken {
  readonly start: number;
  readonly end: number;
  readonly status: string;
}

interface FreeBusy {
  readonly people: readonly {
    readonly address: string;
    readonly busy: readonly { readonly start: string; readonly end: string; readonly status?: string }[];
  }[];
}

interface Schedules {
  readonly value: readonly {
    readonly scheduleId: string;
    readonly error?: object;
    readonly scheduleItems?: readonly {
      readonly start: { readonly dateTime: string };
      readonly end: { readonly dateTime: string };
      readonly status: string;
    }[];
  }[];
}

/** How occupied everybody is each quarter of an hour; those who cannot be read are not there. */
export const getFreeBusy: Equivalent<GetFreeBusy> = {
  throughServer: async (operation, call, situation) => {
    const { from, to, timeZone } = askedOf(operation);
    const addresses = addressesOf(operation, situation);
    const { people } = await call<FreeBusy>({ addresses, from, to, timeZone });
    const toTaken = ({ start, end, status = 'busy' }: FreeBusy['people'][number]['busy'][number]) => ({
      start: Date.parse(start),
      end: Date.parse(end),
      status,
    });
    return people.map(({ address, busy }) => [address, sampled(busy.map(toTaken), from, to)]);
  },
  directly: async (operation, ask, situation) => {
    const zone = (await zoneFor(operation, ask, situation)) ?? 'UTC';
    const { from, to } = askedOf(operation);
    const at = (instant: string) => ({ dateTime: inZone(instant, zone), timeZone: zone });
    const body = { schedules: addressesOf(operation, situation), startTime: at(from), endTime: at(to) };
    const request = { method: 'POST', path: '/me/calendar/getSchedule', body, prefer: IN_UTC } as const;
    const { value } = await ask<Schedules>(request);
    return value
      .filter(({ error }) => error === undefined)
      .map(({ scheduleId, scheduleItems = [] }) => {
        const taken = scheduleItems.map(({ start, end, status }) => ({
          start: Date.parse(`${start.dateTime}Z`),
          end: Date.parse(`${end.dateTime}Z`),
          status,
        }));
        return [scheduleId, sampled(taken, from, to)];
      });
  },
};

function askedOf({ from, hours, timeZone }: GetFreeBusy): { from: string; to: string; timeZone?: string } {
  const start = Math.floor(BEGINNING_MS / HOUR_MS + from) * HOUR_MS;
  const instant = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
  return { from: instant(start), to: instant(start + hours * HOUR_MS), timeZone };
}

function addressesOf({ people }: GetFreeBusy, { directory }: Situation): readonly string[] {
  return people.map((person) => directory[person].mail);
}

function inZone(instant: string, timeZone: string): string {
  return new Date(instant).toLocaleString('sv-SE', { timeZone }).replace(' ', 'T');
}

function sampled(taken: readonly Taken[], from: string, to: string): string {
  const count = (Date.parse(to) - Date.parse(from)) / SAMPLE_MS;
  return Array.from({ length: count }, (_, index) => {
    const at = Date.parse(from) + index * SAMPLE_MS;
    const found = taken.filter(({ start, end }) => start <= at && end > at).map(({ status }) => status);
    return OCCUPIED.findLastIndex((status) => found.includes(status)) + 1;
  }).join('');
}
