export { ACCESS, type Operation } from './access.js';
export { createGraph, type Graph, type GraphOptions } from './create-graph.js';
export type { DriveControl } from './files/drive-control.js';
export { graphRoutes } from './graph-routes.js';
