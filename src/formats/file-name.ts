/**
 * The name of a file without its folders and without an extension.
 *
 * @example nameOfFile('a/review.prompt.md', '.prompt.md') === 'review'
 */
export function nameOfFile(path: string, extension: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.toLowerCase().endsWith(extension) ? name.slice(0, -extension.length) : name;
}

/**
 * The name of the folder that a file lies in; null when its path has none.
 *
 * @example folderOfFile('skills/review/SKILL.md') === 'review'
 */
export function folderOfFile(path: string): string | null {
  return path.split('/').at(-2) ?? null;
}
