import { type Declarations, type PolicyRule, withBuiltIn } from '@app/domain';
import type { SetVariables } from '../variables.js';
import { checkRules } from './check-rules.js';
import { MAX_MISTAKES } from './limits.js';
import { parseYaml } from './parse-yaml.js';
import { readRules } from './read-rules.js';
import { PolicyFileError, readPolicyText } from './read-text.js';

/** What the policy file says; without one, nothing. */
export interface PolicyFile {
  readonly rules: readonly PolicyRule[];
  readonly groupsClaim: boolean;
  /** One line each, as the start tells them. */
  readonly mistakes: readonly string[];
}

const NOTHING = { rules: [], groupsClaim: false };

/** Reads the file that `POLICY_FILE` names, with every mistake in it. */
export function readPolicyFile({ POLICY_FILE: path, TOKEN_MODE }: SetVariables, declared: Declarations): PolicyFile {
  if (path === undefined) return { ...NOTHING, mistakes: [] };
  try {
    return parsePolicyFile(readPolicyText(path), declared, TOKEN_MODE === 'passthrough');
  } catch (error) {
    if (!(error instanceof PolicyFileError)) throw error;
    return { ...NOTHING, mistakes: [`POLICY_FILE is wrong: ${error.message}`] };
  }
}

/** @throws PolicyFileError for what is no document of YAML or JSON */
export function parsePolicyFile(text: string, declared: Declarations, isPassthrough: boolean): PolicyFile {
  const { tools, prompts = [], resources = [], toolsets } = withBuiltIn(declared);
  const primitives = [...tools, ...prompts, ...resources];
  const known = { tools: primitives.map(({ name }) => name), toolsets: toolsets.map(({ name }) => name) };
  const { rules, groupsClaim, mistakes: found } = readRules(parseYaml(text), known);
  const mistakes = [...found, ...checkRules(rules, primitives, isPassthrough)];
  const more = mistakes.length > MAX_MISTAKES ? [`${mistakes.length - MAX_MISTAKES} more mistakes are not shown`] : [];
  return {
    rules: rules.map(({ rule }) => rule),
    groupsClaim,
    mistakes: [...mistakes.slice(0, MAX_MISTAKES), ...more].map((mistake) => `POLICY_FILE is wrong: ${mistake}`),
  };
}
