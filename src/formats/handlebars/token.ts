/** A piece of a Handlebars template. */
export interface HandlebarsToken {
  readonly kind: 'text' | 'output' | 'open' | 'inverse' | 'else' | 'close' | 'partial' | 'comment' | 'raw';
  /** The text; of a tag what stands in it behind its sign, without the whitespace around it. */
  readonly content: string;
  readonly line: number;
}

/** A template is no Handlebars. */
export class HandlebarsError extends Error {
  readonly line: number;

  constructor(reason: string, line: number) {
    super(reason);
    this.line = line;
  }
}

/** A token before whitespace control is done. */
export interface CutToken extends HandlebarsToken {
  readonly trimsBefore: boolean;
  readonly trimsAfter: boolean;
}
