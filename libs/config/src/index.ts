/** The environment, read once into a typed configuration. The server and the kit enter here. */
export { type Cloud, type CloudName, CLOUDS, cloudOf, GRAPH_APP_ID } from './clouds.js';
export { AppConfig, type ServerConfig } from './app-config.js';
export { readConfig } from './config.js';
export { ConfigError } from './config-error.js';
export { environment } from './environment.js';
export type { FrontConfig } from './front-config.js';
export type { RegisteredClient } from './front-variables.js';
export type { LoadConfig } from './load-config.js';
export { readPolicy } from './policy-config.js';
export { isRedirectUri } from './redirect-uri.js';
export { toSetVariables, type Variables } from './variables.js';
