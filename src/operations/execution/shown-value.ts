import { mapTexts } from '../../base/text/map-texts.js';
import { redactSecrets } from '../../base/text/secrets.js';
import { keysAsWritten } from '../../base/text/snake-case.js';
import type { JsonValue } from '../../formats/json-value.js';

/** Somebody's data as it is shown: without credentials; its keys stay as they are. Nothing is null. */
export function shownValue(value: unknown): JsonValue {
  // What JSON can express stays so when its texts are changed.
  return keysAsWritten(mapTexts(value ?? null, redactSecrets)) as JsonValue;
}
