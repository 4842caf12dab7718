/** The range of ids that begin with a prefix, so that looking one up uses the primary key's index. */
export function idRange(prefix: string): { from: string; to: string } {
  return { from: prefix, to: `${prefix}\u{10ffff}` };
}
