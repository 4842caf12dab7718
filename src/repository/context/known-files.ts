import { posix } from 'node:path';
import { byCodeUnits } from '../files/file-order.js';

/** Files that tell what a project is made of, in lower case. */
const MANIFESTS = new Set(
  `package.json pyproject.toml setup.py setup.cfg requirements.txt pipfile go.mod cargo.toml pom.xml
   build.gradle build.gradle.kts settings.gradle settings.gradle.kts composer.json gemfile mix.exs
   pubspec.yaml package.swift cmakelists.txt makefile deno.json tsconfig.json dockerfile compose.yaml
   docker-compose.yml build.sbt project.clj rebar.config dune-project stack.yaml`.split(/\s+/),
);
const MANIFEST_ENDING = /\.(?:csproj|fsproj|sln|gemspec|cabal)$/;

/** Files that tell how the project wants to be worked on; the first are the most to the point. */
const CONVENTIONS = [
  'agents.md',
  'claude.md',
  'gemini.md',
  '.cursorrules',
  '.windsurfrules',
  '.github/copilot-instructions.md',
  'contributing.md',
  '.github/contributing.md',
  'docs/contributing.md',
  '.editorconfig',
  'readme.md',
  'readme.rst',
  'readme.txt',
  'readme',
];
const MOST = 12;

/** The manifests, those nearest to the root first. */
export function manifestsAmong(paths: readonly string[]): string[] {
  return paths
    .filter((path) => {
      const name = posix.basename(path).toLowerCase();
      return MANIFESTS.has(name) || MANIFEST_ENDING.test(name);
    })
    .sort((a, b) => depth(a) - depth(b) || byCodeUnits(a, b))
    .slice(0, MOST);
}

/** The convention files of the root, in the order of their weight. */
export function conventionsAmong(paths: readonly string[]): string[] {
  const weight = (path: string) => CONVENTIONS.indexOf(path.toLowerCase());
  return paths
    .filter((path) => weight(path) >= 0)
    .sort((a, b) => weight(a) - weight(b) || byCodeUnits(a, b))
    .slice(0, MOST);
}

function depth(path: string): number {
  return path.split('/').length;
}
