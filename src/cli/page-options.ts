/** Of lists that come in pages. */
export const pageOptions = {
  limit: { kind: 'count', short: 'n', placeholder: 'N', description: 'At most so many; 50 unless given.' },
  cursor: {
    kind: 'text',
    placeholder: 'CURSOR',
    description: 'The next page: what the page before ended with.',
  },
} as const;
