import { describe, expect, it } from 'vitest';
import { posteriorLine } from './posterior-plot.js';

describe('a posterior as a line', () => {
  const scale = { from: 0, to: 4 };

  it('is highest at the estimate, and shows where 0 is', () => {
    expect(posteriorLine({ estimate: 2, from: 1, to: 3 }, scale, 9)).toBe('│ ▁▅█▅▁  ');
  });

  it('is a line of that length wherever it is', () => {
    for (const estimate of [-50, 0, 50]) {
      const line = posteriorLine({ estimate, from: estimate - 1, to: estimate + 1 }, scale, 20);
      expect([...line]).toHaveLength(20);
    }
  });
});
