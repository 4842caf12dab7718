import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'rolldown';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** Puts the licences of the packages whose code is in the bundle beside it. */
export function thirdPartyNotices(): Plugin {
  return {
    name: 'third-party-notices',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const folders = new Set(modules.filter((id) => id.includes('/node_modules/')).map(packageFolder));
      const notices = [...folders].sort().map(notice);
      const source = `# Third-party notices\n\nThis folder holds code of the following packages.\n\n${notices.join('\n')}`;
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-NOTICES.md', source });
    },
  };
}

function packageFolder(id: string): string {
  let folder = dirname(id.replace(/^\0/, ''));
  while (!existsSync(join(folder, 'package.json')) || !isPackage(folder)) folder = dirname(folder);
  return folder;
}

/** Packages carry further package.json files inside, which only set a module type. */
function isPackage(folder: string): boolean {
  return manifestOf(folder).version !== undefined;
}

function manifestOf(folder: string): Partial<Manifest> {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

function notice(folder: string): string {
  const { name, version, license } = manifestOf(folder);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text =
    file === undefined ? '' : `\n\`\`\`text\n${readFileSync(join(folder, file), 'utf8').trim()}\n\`\`\`\n`;
  return `## ${name} ${version} (${license ?? 'see below'})\n${text}`;
}
