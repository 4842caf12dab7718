import { expect, it } from 'vitest';
import { parseRate } from './parse-rate.js';

it('reads how many calls may begin in a second, a minute or an hour', () => {
  expect(parseRate('--rate', '5/s')).toEqual({ calls: 5, seconds: 1 });
  expect(parseRate('--rate', '0.5 / s')).toEqual({ calls: 0.5, seconds: 1 });
  expect(parseRate('--rate', '300/min')).toEqual({ calls: 300, seconds: 60 });
  expect(parseRate('--rate', '1000/h')).toEqual({ calls: 1000, seconds: 3600 });
  expect(parseRate('--rate', undefined)).toBeUndefined();
});

it.each(['5', '5/d', '0/s', '-1/s', 's', 'NaN/s', '1e3/s'])('refuses %j', (typed) => {
  expect(() => parseRate('--rate', typed)).toThrow(`not "${typed}"`);
});
