/** The characters of a drawing, each one cell wide. */
export interface BoxStyle {
  readonly horizontal: string;
  readonly vertical: string;
  readonly topLeft: string;
  readonly topRight: string;
  readonly bottomLeft: string;
  readonly bottomRight: string;
  /** From a step to the next. */
  readonly down: string;
  /** In place of what has no room. */
  readonly ellipsis: string;
}

export const boxLines: BoxStyle = {
  horizontal: '─',
  vertical: '│',
  topLeft: '┌',
  topRight: '┐',
  bottomLeft: '└',
  bottomRight: '┘',
  down: '▼',
  ellipsis: '…',
};

/** For terminals that know nothing else. */
export const asciiLines: BoxStyle = {
  horizontal: '-',
  vertical: '|',
  topLeft: '+',
  topRight: '+',
  bottomLeft: '+',
  bottomRight: '+',
  down: 'v',
  ellipsis: '~',
};
