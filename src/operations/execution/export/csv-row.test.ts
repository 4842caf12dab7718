import { describe, expect, it } from 'vitest';
import { csvRow } from './csv-row.js';

describe('csvRow', () => {
  it('puts texts in quotes, and leaves out what is unknown', () => {
    expect(csvRow(['a "b", c\nd', 12, 0.5, null, new Date(0)])).toBe(
      '"a ""b"", c\nd",12,0.5,,1970-01-01T00:00:00.000Z\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1', '＝1', '　=1', '\ufeff=1'])(
    'puts an apostrophe before %j',
    (text) => {
      expect(csvRow([text])).toBe(`"'${text}"\r\n`);
    },
  );

  it('leaves other texts as they are', () => {
    expect(csvRow(['a=b', '1-2', 'x@y.z'])).toBe('"a=b","1-2","x@y.z"\r\n');
  });
});
