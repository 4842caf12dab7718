import { describe, expect, it } from 'vitest';
import { withoutFormula } from './without-formula.js';

describe('withoutFormula', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1', '＝1', '　=1', '\ufeff=1'])(
    'puts an apostrophe before %j',
    (text) => {
      expect(withoutFormula(text)).toBe(`'${text}`);
    },
  );

  it.each(['a=b', '1-2', 'x@y.z', -1, null])('leaves %j as it is', (value) => {
    expect(withoutFormula(value)).toBe(value);
  });
});
