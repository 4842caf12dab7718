import type { ExpectedSection } from '../section.js';
import type { FileChange } from './implementation-report.js';

export type ReportKey =
  | 'changes'
  | FileChange
  | 'tests'
  | 'verification'
  | 'confirmation'
  | 'criteria'
  | 'features';

/** The sections of an implementation report: those that a prompt asks for, and those that agents choose. */
export const reportSections: readonly ExpectedSection<ReportKey>[] = [
  {
    key: 'changes',
    name: 'Code Changes Documentation',
    synonyms: ['Code Changes', 'File Changes', 'Files Changed', 'Changed Files', 'Changes Made'],
  },
  { key: 'created', name: 'Files Created', synonyms: ['Created Files', 'New Files', 'Files Added'] },
  { key: 'modified', name: 'Files Modified', synonyms: ['Modified Files', 'Files Updated', 'Updated Files'] },
  { key: 'deleted', name: 'Files Deleted', synonyms: ['Deleted Files', 'Files Removed', 'Removed Files'] },
  { key: 'renamed', name: 'Files Renamed', synonyms: ['Renamed Files', 'Files Moved', 'Moved Files'] },
  {
    key: 'tests',
    name: 'Test Implementation',
    synonyms: ['Tests', 'Test Files', 'Tests Added', 'Test Coverage', 'Testing'],
  },
  {
    key: 'verification',
    name: 'Verification Steps',
    synonyms: ['Verification', 'How to Verify', 'How to Test', 'Manual Verification'],
  },
  {
    key: 'confirmation',
    name: 'Integration Confirmation',
    synonyms: ['Confirmation', 'Checklist', 'Integration Checklist'],
  },
  { key: 'criteria', name: 'Success Criteria', synonyms: ['Acceptance Criteria', 'Definition of Done'] },
  {
    key: 'features',
    name: 'Key Features Integrated',
    synonyms: ['Key Features', 'Features', 'Features Implemented'],
  },
];

/** The sections that list files, and what their heading says about each of them. */
export const fileSections: ReadonlyMap<ReportKey, FileChange | null> = new Map([
  ['changes', null],
  ['created', 'created'],
  ['modified', 'modified'],
  ['deleted', 'deleted'],
  ['renamed', 'renamed'],
]);
