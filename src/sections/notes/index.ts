export type {
  Complexity,
  ComplexityLevel,
  Duration,
  ExecutionNotes,
  KeyFile,
  NoteItem,
  OtherField,
  Phase,
  Risk,
  TimeEstimate,
} from './execution-notes.js';
export { readNotes } from './read-notes.js';
