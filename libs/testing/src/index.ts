// What a team's tests import: `behalf/testing`.
export { aCaller, aUser, someLimits } from './callers.js';
export { runTool, type RunToolOptions } from './run-tool.js';
export { tokenCost, toolProblems } from './tool-problems.js';
