import { spawnSync } from 'node:child_process';
import { context, source } from './sample.js';

/** Debian's Python first, whose Jinja2 is the one that the figures are about. */
const PYTHONS = ['/usr/bin/python3', 'python3'];

const PROGRAM = `
import json, statistics, sys, time, jinja2
given = json.load(sys.stdin)
template = jinja2.Environment().from_string(given["source"])
def once():
    start = time.perf_counter()
    template.render(given["context"])
    return time.perf_counter() - start
for _ in range(300): once()
print(json.dumps({"version": jinja2.__version__, "microseconds": statistics.median(once() for _ in range(400)) * 1e6}))
`;

/** The median time in which CPython's Jinja2 renders the sample, warm; undefined where there is none. */
export function cpythonTime(): { readonly version: string; readonly microseconds: number } | undefined {
  const input = JSON.stringify({ source, context });
  for (const python of PYTHONS) {
    const { status, stdout } = spawnSync(python, ['-c', PROGRAM], { input, encoding: 'utf8' });
    if (status === 0) return JSON.parse(stdout);
  }
  return undefined;
}
