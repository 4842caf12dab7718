import type { Plugin } from 'rolldown';

/** The packages of vendors, by the name of the file that each is bundled into. */
export const vendorPackages = {
  openai: '@ai-sdk/openai',
  anthropic: '@ai-sdk/anthropic',
  google: '@ai-sdk/google',
  compatible: '@ai-sdk/openai-compatible',
} as const;

/**
 * Leaves the vendors' packages to a bundle of their own, which package.json names under `#vendor/`. They use all
 * of zod: in one bundle with the rest, every command would load what only a call to a model needs.
 */
export function vendorsApart(): Plugin {
  const files = new Map(Object.entries(vendorPackages).map(([file, name]) => [name as string, file]));
  return {
    name: 'vendors-apart',
    resolveId(name) {
      const file = files.get(name);
      return file === undefined ? null : { id: `#vendor/${file}`, external: true };
    },
  };
}
