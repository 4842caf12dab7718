// Adds to package-lock.json the optional packages of other platforms that a registry did not have when the
// lock was made: a mirror may hold one platform only, and `npm ci` refuses a lock that lacks the others.
// Run it after every `npm install` that was made against such a mirror.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, '../package-lock.json');
const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32'];

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const added = Object.entries(lock.packages).flatMap(([, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => lock.packages[`node_modules/${name}`] === undefined)
    .map(([name, version]) => [`node_modules/${name}`, absent(name, version, entry)]),
);
const packages = Object.entries({ ...lock.packages, ...Object.fromEntries(added) });
lock.packages = Object.fromEntries(packages.sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added.length} packages added\n`);

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
