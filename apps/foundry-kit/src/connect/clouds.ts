import type { CloudName } from '@app/config';

/** Azure Resource Manager of each cloud: https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure */
const RESOURCE_MANAGERS: Readonly<Record<CloudName, string>> = {
  public: 'https://management.azure.com',
  usgov: 'https://management.usgovcloudapi.net',
  usgovdod: 'https://management.usgovcloudapi.net',
  china: 'https://management.chinacloudapi.cn',
};

export function resourceManagerOf(cloud = 'public'): string {
  return RESOURCE_MANAGERS[cloud as CloudName] ?? RESOURCE_MANAGERS.public;
}
