import { Fields } from './fields.js';
import { FRONT_MATTER_LINE, splitFrontMatter } from './front-matter.js';
import { readableText, type SourceFile } from './source-file.js';
import { parseYaml } from './yaml/parse-yaml.js';

export interface FrontMatterFile {
  readonly fields: Fields;
  readonly body: string;
  /** The line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
}

/**
 * A text file taken apart. Without front matter, all of it is the body and there are no fields.
 *
 * @throws UnreadablePromptFileError where it is no text, or its front matter is no mapping
 */
export async function readFrontMatterFile(file: SourceFile): Promise<FrontMatterFile> {
  const text = readableText(file);
  const { yaml, body, bodyLine } = splitFrontMatter(text) ?? { yaml: '', body: text, bodyLine: 1 };
  return {
    fields: Fields.of(file.path, await parseYaml(yaml, file.path, FRONT_MATTER_LINE)),
    body,
    bodyLine,
  };
}
