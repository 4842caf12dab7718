/** The formats that results are written in, by the endings of their files. */
export const resultFormats = ['jsonl', 'csv'] as const;
export type ResultFormatName = (typeof resultFormats)[number];
