import { UsageError } from '../usage-error.js';

const RATE = /^(\d{1,6}(?:\.\d{1,3})?)\/(s|m|min|h)$/;
const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, min: 60, h: 3600 };

/**
 * How many calls may begin in some time, as it was typed after an option; undefined when nothing was.
 *
 * @throws UsageError when it is none
 * @example parseRate('--rate', '300/m') // { calls: 300, seconds: 60 }
 */
export function parseRate(option: string, typed: string | undefined) {
  if (typed === undefined) return undefined;
  const [, calls = '', unit = ''] = RATE.exec(typed.replaceAll(' ', '')) ?? [];
  if (Number(calls) > 0) return { calls: Number(calls), seconds: seconds[unit] ?? 1 };
  throw new UsageError(`${option} takes a number of calls in some time, not "${typed}".`, {
    hint: `For instance ${option} 5/s, ${option} 300/m or ${option} 1000/h.`,
  });
}
