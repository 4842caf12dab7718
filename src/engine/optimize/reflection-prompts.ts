/** The prompts for the reflecting model, texts of Jinja2 templates. */
export interface ReflectionPrompts {
  /** Shows a prompt, and what came of it: `prompts/optimize-reflect.md`. */
  readonly reflect: string;
  /** Shows two prompts that are good at different rows: `prompts/optimize-merge.md`. */
  readonly merge: string;
  /** Shows a prompt alone: `prompts/optimize-rewrite.md`. */
  readonly rewrite: string;
  /** Rows and what came of them, which the others bring in: `prompts/optimize-examples.md`. */
  readonly examples: string;
  /** What has to hold for a proposal, which the others bring in: `prompts/optimize-rules.md`. */
  readonly rules: string;
}
