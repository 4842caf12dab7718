import type { Json } from './model-request.js';

/** @example isJsonList([]) && !isJsonList({}) */
export function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** @example isJsonObject({}) && !isJsonObject([]) && !isJsonObject(null) */
export function isJsonObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
