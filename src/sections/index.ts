export { type AnswerPiece, answerPieces } from './answer-pieces.js';
export { decodeAnswer } from './decode-answer.js';
export { extractSections } from './extract-sections.js';
export { type PlanningKey, planningSections } from './planning-sections.js';
export type {
  Confidence,
  DuplicateSection,
  ExpectedSection,
  LeftOver,
  LeftOverKind,
  Section,
  SectionExtraction,
  SectionForm,
  SectionReport,
  TextRange,
} from './section.js';
export { createSectionReader, type SectionReader } from './section-reader.js';
