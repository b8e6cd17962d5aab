export interface Tenant {
  readonly id: string;
  readonly key: string;
  readonly domain: string;
  readonly displayName: string;
}

export const FERNGLAS: Tenant = {
  id: '6f2a1c58-3b7d-4e90-9c41-0d5b8e7fa201',
  key: 'fernglas',
  domain: 'fernglas.example',
  displayName: 'Fernglas Optik',
};

export const OTTERBANK: Tenant = {
  id: 'b81d4f07-92ce-4a36-8e55-7c0a6d31f902',
  key: 'otterbank',
  domain: 'otterbank.example',
  displayName: 'Otterbank',
};

export const TENANTS: readonly Tenant[] = [FERNGLAS, OTTERBANK];
