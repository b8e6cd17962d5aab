/** Name and version as MCP clients see them. */
export const SERVER_INFO = { name: 'behalf', title: 'Behalf', version: '0.1.0' } as const;
