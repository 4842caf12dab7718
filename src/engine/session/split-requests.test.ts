import { describe, expect, it } from 'vitest';
import { splitRequests } from './split-requests.js';

describe('the requests of a file', () => {
  it('stand one a line', () => {
    expect(splitRequests('Add login\r\n\r\nAdd logout\n')).toEqual([
      { line: 1, text: 'Add login' },
      { line: 3, text: 'Add logout' },
    ]);
  });

  it('stand between lines of dashes, with lines and dashes of their own', () => {
    expect(splitRequests('---\nAdd login\n\n- with mail\n---\n\nAdd logout\n-----\n\n')).toEqual([
      { line: 2, text: 'Add login\n\n- with mail' },
      { line: 7, text: 'Add logout' },
    ]);
  });

  it('are none in an empty file', () => {
    expect(splitRequests('\n \n')).toEqual([]);
  });
});
