import { isYamlText } from '../../../base/yaml/yaml-tree.js';
import type { Shape } from './shapes/shape.js';

const WRITTEN = /^[1-9][0-9]{0,6}[smh]$/;
const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };
const LONGEST_MS = 24 * 3_600_000;

/** A span of time such as `60s`, `5m` or `1h`, in milliseconds. */
export const duration: Shape<number> = {
  schema: { type: 'string', pattern: WRITTEN.source },
  read(node, label, reading) {
    if (!isYamlText(node) || !WRITTEN.test(node.value))
      return reading.refuse(node.span, `${label} is to be a time such as 60s, 5m or 1h.`);
    const milliseconds = Number(node.value.slice(0, -1)) * (UNITS[node.value.slice(-1)] ?? 0);
    if (milliseconds <= LONGEST_MS) return milliseconds;
    return reading.refuse(node.span, `${label} is to be 24h at most.`);
  },
};
