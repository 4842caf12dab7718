import { expect, it } from 'vitest';
import { ollamaAddress } from './open-ollama.js';

it.each([
  ['127.0.0.1', 'http://127.0.0.1:11434/v1'],
  ['0.0.0.0:11500', 'http://127.0.0.1:11500/v1'],
  ['http://gpu.local:8080', 'http://gpu.local:8080/v1'],
  ['https://gpu.local/ollama/', 'https://gpu.local/ollama/v1'],
  ['http://gpu.local/v1', 'http://gpu.local/v1'],
])('asks Ollama at %s by %s', (host, address) => {
  expect(ollamaAddress(host)).toBe(address);
});
