/** Bounds of a policy file: what is larger is refused before it is read. */
export const MAX_BYTES = 65_536;
/** Of lists and maps in each other; a policy has four. */
export const MAX_DEPTH = 8;
/** Spaces before a line. */
export const MAX_INDENT = 40;
export const MAX_RULES = 200;
export const MAX_NAMES = 100;
/** Characters of a reason. */
export const MAX_REASON = 300;
export const MAX_COUNT = 1_000_000;
/** More are not told at once. */
export const MAX_MISTAKES = 50;
