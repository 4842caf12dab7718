import { readFileSync } from 'node:fs';
import { sha256 } from '../../base/checksum.js';
import { SKILL_VERSION, skillText } from './skill-text.js';

/**
 * A skill file as it lies on disk. The last line is ours: it has the version of the text, a checksum that
 * shows whether somebody has changed it, and how many folders were made for it.
 */
export type SkillFile =
  | { readonly state: 'absent' }
  /** Somebody else's. */
  | { readonly state: 'foreign' }
  | {
      readonly state: 'current' | 'outdated' | 'changed';
      readonly version: number;
      readonly folders: number;
    };

export type SkillState = SkillFile['state'];

/** The whole file, with its last line. */
export function renderSkillFile(folders: number): string {
  return `${skillText}\n<!-- prompt-runner agent file, version ${SKILL_VERSION}, folders ${folders}, sha256 ${checksum(skillText)} -->\n`;
}

/** Looks at what lies at a path. */
export function readSkillFile(path: string): SkillFile {
  const content = contentOf(path);
  if (content === null) return { state: 'absent' };
  const mark = MARK.exec(content);
  if (mark === null) return { state: 'foreign' };
  const [, version, folders, recorded] = mark;
  const text = content.slice(0, mark.index);
  const facts = { version: Number(version), folders: Number(folders) };
  if (checksum(text) !== recorded) return { state: 'changed', ...facts };
  return { state: checksum(text) === checksum(skillText) ? 'current' : 'outdated', ...facts };
}

const MARK =
  /\n<!-- prompt-runner agent file, version (\d{1,9}), folders (\d{1,3}), sha256 ([0-9a-f]{64}) -->\s*$/;

/** Line ends do not count: version control may have changed them. */
function checksum(text: string): string {
  return sha256(text.replaceAll('\r\n', '\n').trimEnd());
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    // A folder of that name, or a file that nobody may read, is not ours.
    return '';
  }
}
