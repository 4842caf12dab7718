import * as z from 'zod/mini';

/** Is told how far long work has come, in words: "12,000 rows". */
export type ReportProgress = (progress: string) => void;

export const reportInput = z.optional(z.custom<ReportProgress>((value) => typeof value === 'function'));
