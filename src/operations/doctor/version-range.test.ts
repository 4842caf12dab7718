import { describe, expect, it } from 'vitest';
import { isWithin } from './version-range.js';

describe('a range of versions', () => {
  const range = '^20.20.0 || ^22.12.0 || >=24';

  it.each(['20.20.0', '20.21.3', '22.12.0', '22.12.1', '24.0.0', '26.1.2'])('has %s', (version) => {
    expect(isWithin(version, range)).toBe(true);
  });

  it.each(['18.20.4', '20.19.9', '21.7.0', '22.11.9', '23.9.0'])('has not %s', (version) => {
    expect(isWithin(version, range)).toBe(false);
  });
});
