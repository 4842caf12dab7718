/**
 * A regular expression that is read when it is first used. Those on Unicode's classes take longer to read
 * than all the rest of a module.
 */
export function lazyPattern(source: string, flags: string): () => RegExp {
  let pattern: RegExp | undefined;
  return () => {
    pattern ??= new RegExp(source, flags);
    return pattern;
  };
}
