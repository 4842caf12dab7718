import type { JsonValue } from './json-value.js';

/** How deep lists and mappings may lie in each other. */
const DEEPEST = 200;

/** The value that a JSON text says; undefined where it is no JSON, or is nested too deeply. */
export function parseJson(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return isShallow(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isShallow(value: JsonValue): boolean {
  let level: readonly JsonValue[] = [value];
  for (let depth = 0; depth <= DEEPEST; depth++) {
    if (level.length === 0) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}
