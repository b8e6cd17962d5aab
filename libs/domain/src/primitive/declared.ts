import type { Primitive } from './primitive.js';
import type { ToolAnnotations } from './annotations.js';
import type { Effects } from './effects.js';

/** What a tool declares of its effects; prompts and resources change nothing and declare none. */
export type Declared = Primitive & { readonly annotations?: ToolAnnotations; readonly effects?: Effects };
