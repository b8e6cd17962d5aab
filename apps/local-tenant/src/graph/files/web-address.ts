import type { TenantUser } from '../../directory/types.js';

/** Where the browser finds somebody's OneDrive, as `https://contoso-my.sharepoint.com/personal/jo_contoso_com`. */
export function personalSite({ mail, userPrincipalName }: TenantUser): string {
  const [, organisation = 'local'] = /@([^.]+)/.exec(mail) ?? [];
  return `https://${organisation}-my.sharepoint.example/personal/${userPrincipalName.replaceAll(/[^a-z\d]/gi, '_')}`;
}

export function itemAddress(owner: TenantUser, path: string): string {
  return `${personalSite(owner)}/Documents${path.split('/').map(encodeURIComponent).join('/')}`;
}
