import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { context, source } from './sample.js';

/** Another engine in JavaScript, with the sample compiled. */
export interface Peer {
  readonly name: string;
  render(): string;
}

export const MINIJINJA = 'minijinja-js';
const PACKAGES = ['nunjucks@3', `${MINIJINJA}@2`, '@huggingface/jinja@0.5'];

/** Installs the engines into a folder; false when the registry cannot be reached. */
export function installPeers(folder: string): boolean {
  const words = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', ...PACKAGES];
  return spawnSync('npm', words, { encoding: 'utf8', timeout: 120_000 }).status === 0;
}

/** The file that an installed package is imported by. */
export function entryOf(folder: string, name: string): string {
  return pathToFileURL(createRequire(join(folder, 'package.json')).resolve(name)).href;
}

/** The engines that were installed. */
export async function loadPeers(folder: string): Promise<readonly Peer[]> {
  const load = (name: string) => import(entryOf(folder, name));
  const nunjucks = await load('nunjucks');
  const compiled = nunjucks.default.compile(source, nunjucks.default.configure({ autoescape: false }));
  const { Environment } = await load(MINIJINJA);
  const environment = new Environment();
  environment.addTemplate('sample', source);
  const { Template } = await load('@huggingface/jinja');
  const template = new Template(source);
  return [
    { name: 'nunjucks', render: () => compiled.render(context) },
    { name: MINIJINJA, render: () => environment.renderTemplate('sample', context) },
    { name: '@huggingface/jinja', render: () => template.render(context) },
  ];
}
