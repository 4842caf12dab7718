/** A Python float that is a safe integer (`1.0`, `-0.0`): as a plain number it would read as an int. */
export class Float {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** The template value for a float. */
export function float(value: number): number | Float {
  return Number.isSafeInteger(value) ? new Float(value) : value;
}

/** Whether a template value is a Python float. */
export function isFloat(value: unknown): value is number | Float {
  return typeof value === 'number' ? !Number.isSafeInteger(value) : value instanceof Float;
}
