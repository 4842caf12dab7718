/** Any value that JSON can express. */
export type ToolJson =
  | string
  | number
  | boolean
  | null
  | readonly ToolJson[]
  | { readonly [key: string]: ToolJson };

/** Something that a model may ask of a codebase. It only reads. */
export interface RepositoryTool {
  readonly name: string;
  /** For the model. */
  readonly description: string;
  /** JSON schema of its input. */
  readonly inputSchema: { readonly [key: string]: ToolJson };
  /** What it answers; what it refuses is a ToolRefusedError whose message is for the model. */
  run(input: ToolJson): Promise<string>;
}
