import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * Does work while a server answers in a process of its own.
 *
 * @param work is given its port
 * @param delay milliseconds before each answer
 */
export async function withAnsweringServer<Result>(
  work: (port: string) => Promise<Result>,
  delay = 0,
): Promise<Result> {
  const file = fileURLToPath(new URL('./execution-server.ts', import.meta.url));
  const server = spawn(process.execPath, ['--import', 'tsx', file, String(delay)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const [line]: unknown[] = await once(server.stdout, 'data');
    return await work(String(line).trim());
  } finally {
    server.stdin.end();
    await once(server, 'exit');
  }
}
