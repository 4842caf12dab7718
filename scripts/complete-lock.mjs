// Adds to package-lock.json the optional packages of other platforms that a registry did not have when the
// lock was made: a mirror may hold one platform only, and `npm ci` refuses a lock that lacks the others.
// Run it after every `npm install` that was made against such a mirror.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, '../package-lock.json');
const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'x64',
  'wasm32',
];

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const added = Object.entries(lock.packages).flatMap(([path, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name, version]) => !foldersAbove(path).some((folder) => has(`${folder}${name}`, version)))
    .map(([name, version]) => [`${foldersAbove(path)[0]}${name}`, absent(name, version, entry)]),
);
const packages = Object.entries({ ...lock.packages, ...Object.fromEntries(added) });
lock.packages = Object.fromEntries(packages.sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added.length} packages added\n`);

/** Where a package's dependencies may lie, beside it first: every node_modules folder on its path. */
function foldersAbove(path) {
  const depths = Array.from(path.matchAll(/node_modules\//g), ({ index }) => index + 'node_modules/'.length);
  return depths.length === 0 ? ['node_modules/'] : depths.reverse().map((end) => path.slice(0, end));
}

function has(path, version) {
  const found = lock.packages[path]?.version;
  return found !== undefined && (found === version || !/^\d/.test(version));
}

/** An entry that is skipped where its platform is not this one's. */
function absent(name, version, parent) {
  return {
    version: version.replace(/^[^0-9]*/, ''),
    cpu: [processors.find((cpu) => name.includes(cpu)) ?? 'none'],
    ...(parent.dev && { dev: true }),
    optional: true,
    os: [systems.find((os) => name.includes(os)) ?? 'none'],
  };
}
