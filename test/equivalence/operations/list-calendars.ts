import type { Equivalent } from '../side.js';

interface Listed {
  readonly calendars: readonly {
    readonly id: string;
    readonly name: string;
    readonly isDefault: boolean;
    readonly canEdit: boolean;
  }[];
}

interface Calendars {
  readonly value: readonly {
    readonly id: string;
    readonly name: string;
    readonly isDefaultCalendar: boolean;
    readonly canEdit: boolean;
  }[];
}

export const listCalendars: Equivalent<object> = {
  throughServer: async (_operation, call) => {
    const { calendars } = await call<Listed>({});
    return calendars.map(({ id, name, isDefault, canEdit }) => ({ id, name, isDefault, canEdit }));
  },
  directly: async (_operation, ask) => {
    const { value } = await ask<Calendars>({ path: '/me/calendars?$top=100' });
    return value.map(({ id, name, isDefaultCalendar: isDefault, canEdit }) => ({ id, name, isDefault, canEdit }));
  },
};
