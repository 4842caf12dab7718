import { posix } from 'node:path';

/** What of a package.json tells about the project. */
const TELLING = new Set(
  `name version description private type main module bin exports engines workspaces packageManager scripts
   dependencies devDependencies peerDependencies optionalDependencies`.split(/\s+/),
);

/** Files of at most this length, in UTF-16 units, are shown as they are. */
const SMALL = 4000;

/** A manifest as it is, or the telling part of a large package.json. */
export function manifestSummary(path: string, text: string): string {
  if (posix.basename(path) !== 'package.json' || text.length <= SMALL) return text;
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content !== 'object' || content === null) return text;
    const telling = Object.entries(content).filter(([key]) => TELLING.has(key));
    return `${JSON.stringify(Object.fromEntries(telling), null, 2)}\n`;
  } catch {
    return text;
  }
}
