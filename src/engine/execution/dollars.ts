import { formatDollars } from '../../base/text/format-dollars.js';
import type { NanoDollars } from './execution.js';

const NANO = 1e9;

/** An amount as people read it. */
export function dollars(amount: NanoDollars): string {
  return formatDollars(inDollars(amount));
}

/** An amount in US dollars, for programs; unknown stays unknown. */
export function inDollars(amount: NanoDollars): number;
export function inDollars(amount: NanoDollars | null): number | null;
export function inDollars(amount: NanoDollars | null): number | null {
  return amount === null ? null : amount / NANO;
}

/** @param amount in US dollars */
export function nanoDollars(amount: number): NanoDollars {
  return Math.round(amount * NANO);
}
