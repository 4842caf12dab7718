/** What a process prints that made calls. */
export interface CallFigures {
  /** Milliseconds of processor time for all measured calls. */
  readonly cpu: number;
  /** Milliseconds from their beginning to their end. */
  readonly wall: number;
  /** The most memory that the process had, in MB. */
  readonly memory: number;
}

const LOOK_MS = 100;
const MEGABYTE = 1024 * 1024;

/** What some work takes. */
export async function figuresOf(work: () => Promise<void>): Promise<CallFigures> {
  let peak = process.memoryUsage.rss();
  // The system's own figure of the most is no use: it may be that of the process which began this one.
  const looking = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, LOOK_MS);
  const began = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  clearInterval(looking);
  return { cpu: (user + system) / 1000, wall: performance.now() - began, memory: peak / MEGABYTE };
}
