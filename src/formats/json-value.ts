/** What JSON can say. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** A mapping of JSON; its keys may be any text, `__proto__` too, so that it is only asked with `Object.hasOwn`. */
export type JsonObject = { readonly [key: string]: JsonValue };

/** @example isJsonObject({}) && !isJsonObject([]) && !isJsonObject(null) */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @example isJsonList([]) && !isJsonList({}) */
export function isJsonList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
