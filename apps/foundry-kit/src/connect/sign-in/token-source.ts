/** A token of the signed-in person for one of Azure's own resources, as `https://graph.microsoft.com`. */
export type TokenSource = (resource: string) => Promise<string>;
