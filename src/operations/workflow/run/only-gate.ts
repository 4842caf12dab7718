import { NoOpenGateError, WhichGateError } from './errors.js';

/**
 * The gate that is meant: the one at a path, or the only one that is open.
 *
 * @param gates those that are open
 * @throws NoOpenGateError when nothing waits there; WhichGateError when several gates are open
 */
export function onlyGate<Gate>(
  run: string,
  gates: readonly Gate[],
  pathOf: (gate: Gate) => string,
  step: string | undefined,
): Gate {
  const [gate, other] = gates.filter((one) => step === undefined || pathOf(one) === step);
  if (gate === undefined) throw new NoOpenGateError(run, step, gates.map(pathOf));
  if (other !== undefined) throw new WhichGateError(run, gates.map(pathOf));
  return gate;
}
