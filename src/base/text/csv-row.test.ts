import { expect, it } from 'vitest';
import { csvRow } from './csv-row.js';

it('puts texts in quotes, and leaves out what is unknown', () => {
  expect(csvRow(['a "b", c\nd', 12, 0.5, true, null, new Date(0)])).toBe(
    '"a ""b"", c\nd",12,0.5,true,,1970-01-01T00:00:00.000Z\r\n',
  );
});
