export type {
  FileChange,
  ImplementationReport,
  ReportedFeature,
  ReportedFile,
  ReportedTest,
} from './implementation-report.js';
export { readImplementationReport } from './read-implementation-report.js';
