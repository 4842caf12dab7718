/** A place in a template: line and column from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The text of one template, for turning offsets into positions and excerpts. */
export class SourceText {
  readonly name: string;
  readonly text: string;

  constructor(name: string, text: string) {
    this.name = name;
    this.text = text;
  }

  /** Line and column of an offset in UTF-16 units; an offset past the end is the end. */
  position(offset: number): Position {
    const end = Math.min(offset, this.text.length);
    let line = 1;
    let lineStart = 0;
    for (let at = this.text.indexOf('\n'); at !== -1 && at < end; at = this.text.indexOf('\n', at + 1)) {
      line += 1;
      lineStart = at + 1;
    }
    return { line, column: end - lineStart + 1 };
  }
}
