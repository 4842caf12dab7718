import { folderOfFile } from '../file-name.js';
import { hasFrontMatter } from '../front-matter.js';
import { literalTemplate } from '../literal-template.js';
import { type DocumentMessage, promptDocument } from '../prompt-document.js';
import type { PromptFormat, ReadPrompt } from '../prompt-format.js';
import { readableText, type SourceFile } from '../source-file.js';
import { textOfFile } from '../text-of-file.js';

/**
 * The pattern folders of fabric. Their texts are literal: patterns are full of `{{Hostname}}` and the like
 * that means something to the reader of the answer, and what fabric itself would fill in looks the same.
 */
export const fabric: PromptFormat = {
  id: 'fabric',
  title: 'fabric patterns',
  describes:
    'Pattern folders of fabric: system.md as the message of the system, user.md as that of the user, both as literal ' +
    'texts. Nothing in them becomes a variable; README.md and other files are left aside.',
  recognises: ({ path, text }) => /(?:^|\/)(?:system|user)\.md$/.test(path) && !hasFrontMatter(text),
  read: async (file) => [readPattern(file)],
};

function readPattern(file: SourceFile): ReadPrompt {
  const isUser = /(?:^|\/)user\.md$/.test(file.path);
  const own: DocumentMessage = { role: isUser ? 'user' : 'system', text: literalText(file) };
  const user = isUser ? undefined : file.beside?.get('user.md');
  const system = isUser ? file.beside?.get('system.md') : undefined;
  const messages = [...spoken('system', system, file), own, ...spoken('user', user, file)];
  return { document: promptDocument({ name: folderOfFile(file.path), messages }), losses: [], offered: [] };
}

/** fabric's folders often hold an empty user.md. */
function spoken(
  role: 'system' | 'user',
  text: string | undefined,
  file: SourceFile,
): readonly DocumentMessage[] {
  if (text === undefined || text.trim() === '') return [];
  return [{ role, text: literalText({ path: file.path.replace(/[^/]*$/, `${role}.md`), text }) }];
}

function literalText(file: SourceFile): string {
  return literalTemplate(textOfFile(readableText(file)));
}
