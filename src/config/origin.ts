/** Where a value came from: the default, a file, an environment variable or a flag. */
export type Origin =
  | { readonly from: 'default' }
  | { readonly from: 'user' | 'project'; readonly file: string }
  | { readonly from: 'environment'; readonly variable: string }
  | { readonly from: 'flag' };

/** @example describeOrigin({ from: 'environment', variable: 'PROMPT_RUNNER_DB' }) === '$PROMPT_RUNNER_DB' */
export function describeOrigin(origin: Origin): string {
  switch (origin.from) {
    case 'default':
      return 'default';
    case 'flag':
      return 'command line';
    case 'environment':
      return `$${origin.variable}`;
    default:
      return origin.file;
  }
}
