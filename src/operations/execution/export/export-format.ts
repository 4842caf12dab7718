import type { ExecutionRecordView } from '../view-shapes.js';

/** How executions are written one after the other. */
export interface ExportFormat {
  /** What stands before the first. */
  readonly head: string;
  /** One of them, with its line end. */
  entry(record: ExecutionRecordView): string;
}
