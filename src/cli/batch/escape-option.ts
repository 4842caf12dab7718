/** How results go into a table. */
export const escapeOption = {
  'escape-formulas': {
    kind: 'flag',
    description: 'In CSV, put an apostrophe before what a spreadsheet takes for a formula.',
  },
} as const;
