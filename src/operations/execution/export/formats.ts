import { csv } from './csv.js';
import type { ExportFormat } from './export-format.js';
import { jsonLines } from './json-lines.js';
import { markdown } from './markdown.js';

/** The formats that executions are written in, by the endings of their files. */
export const exportFormats = { jsonl: jsonLines, csv, md: markdown } as const satisfies Record<
  string,
  ExportFormat
>;
