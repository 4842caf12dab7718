import type { Environment } from '../../base/environment.js';
import type { KeyPlace } from '../spec/model-catalogue.js';
import type { ModelSurroundings } from '../surroundings.js';
import { ApiKey } from './api-key.js';
import { keyFileIn, readDotEnv, readKeyFile } from './key-file.js';

export interface FoundKey {
  readonly key: ApiKey;
  readonly variable: string;
  readonly place: KeyPlace;
}

/** The part of the surroundings that keys come from. */
export type KeySurroundings = Pick<ModelSurroundings, 'env' | 'cwd' | 'configFolder'>;

/**
 * The first of these variables that is set: in the environment, then in the working folder's `.env`, then in the
 * person's file of keys. Nothing but these variables is taken from either file. Null when none is set.
 *
 * @throws KeyFileError when the file of keys is looked at and is open to others
 */
export function findKey(variables: readonly string[], surroundings: KeySurroundings): FoundKey | null {
  if (variables.length === 0) return null;
  for (const [place, read] of placesOf(surroundings)) {
    const found = firstSet(variables, read());
    if (found !== null) return { ...found, place };
  }
  return null;
}

function placesOf({ env, cwd, configFolder }: KeySurroundings) {
  return [
    ['environment', () => env],
    ['.env', () => readDotEnv(cwd)],
    ['keys.env', () => readKeyFile(keyFileIn(configFolder))],
  ] as const satisfies readonly (readonly [KeyPlace, () => Environment])[];
}

function firstSet(variables: readonly string[], env: Environment): Pick<FoundKey, 'key' | 'variable'> | null {
  for (const variable of variables) {
    const value = env[variable]?.trim();
    if (value) return { key: new ApiKey(value), variable };
  }
  return null;
}
