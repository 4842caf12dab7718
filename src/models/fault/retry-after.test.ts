import { describe, expect, it } from 'vitest';
import { durationMs, retryAfterMs } from './retry-after.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const asked = (headers: Record<string, string>) => retryAfterMs(new Headers(headers), NOW);

describe('the wait that a provider asks for', () => {
  it('is read from seconds, milliseconds and dates', () => {
    expect(asked({ 'retry-after': '20' })).toBe(20_000);
    expect(asked({ 'retry-after': '0.5' })).toBe(500);
    expect(asked({ 'retry-after-ms': '250', 'retry-after': '20' })).toBe(250);
    expect(asked({ 'retry-after': 'Mon, 01 Jun 2026 12:00:30 GMT' })).toBe(30_000);
  });

  it('is nothing for a date that is over', () => {
    expect(asked({ 'retry-after': 'Mon, 01 Jun 2026 11:00:00 GMT' })).toBe(0);
  });

  it('is unknown when nothing sensible is said', () => {
    for (const words of [
      {},
      { 'retry-after': '' },
      { 'retry-after': 'soon' },
      { 'retry-after': '9'.repeat(400) },
    ])
      expect(asked(words)).toBeNull();
  });

  it('is read from the durations that Google writes', () => {
    expect(durationMs('34.5s')).toBe(34_500);
    expect(durationMs('1m')).toBeNull();
  });
});
