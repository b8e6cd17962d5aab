export { ToolCatalog, type ToolDecision, type ToolRefusal } from './catalog.js';
export { type Declarations, withBuiltIn } from './declarations.js';
export { assertDefined, BUILT_IN, type Definitions } from './definitions.js';
