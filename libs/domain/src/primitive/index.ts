// What tools, prompts and resources declare alike.
export { type CallEffect, type Effects, type Reach, REACHES } from './effects.js';
export { allScopesOf, type Primitive } from './primitive.js';
export { type Toolset, type ToolsetDefinition, TOOLSETS } from './toolsets.js';
