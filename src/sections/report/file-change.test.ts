import { describe, expect, it } from 'vitest';
import { changeOfRemark, fileGroup } from './file-change.js';

describe('changeOfRemark', () => {
  it.each([
    ['Created', 'created'],
    ['NEW', 'created'],
    ['New file', 'created'],
    ['modified (schema)', 'modified'],
    ['Updated, 12 lines', 'modified'],
    ['removed', 'deleted'],
    ['Moved', 'renamed'],
    ['Created/Created', 'created'],
    ['Created/Modified', null],
    ['line 12', null],
    ['newer', null],
    ['', null],
  ])('%j: %s', (remark, change) => {
    expect(changeOfRemark(remark)).toBe(change);
  });
});

describe('fileGroup', () => {
  it.each([
    ['Files created (3)', 'created'],
    ['New files', 'created'],
    ['Modified', 'modified'],
    ['Existing files modified', 'modified'],
    ['Removed files', 'deleted'],
    ['Files changed', null],
    ['Created and modified files', null],
  ])('%j is a title of files: %s', (title, change) => {
    expect(fileGroup(title)).toEqual({ change });
  });

  it.each(['Backend', 'New features', 'The code', 'Changes', 'Modified the parser', ''])(
    '%j is none',
    (title) => {
      expect(fileGroup(title)).toBeNull();
    },
  );
});
