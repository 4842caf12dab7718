/** The values that a picture has from left to right, and how wide it is. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  /** Where it begins and ends, in pixels. */
  readonly left: number;
  readonly right: number;
}

/** Room on both sides of what is shown, as a part of it. */
const MARGIN = 0.06;

/** An axis on which all values are, and 0; null when there is no extent. */
export function axisFor(values: readonly number[], place: Pick<Axis, 'left' | 'right'>): Axis | null {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const margin = (most - least) * MARGIN;
  return margin > 0 ? { ...place, from: least - margin, to: most + margin } : null;
}

/** Where a value stands, in pixels; one that is off the axis at its end. */
export function placeOn({ from, to, left, right }: Axis, value: number): number {
  const part = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return Math.round((left + part * (right - left)) * 100) / 100;
}

/** Values with few digits that are at equal distances over an axis, about five. */
export function ticksOf({ from, to }: Axis): readonly number[] {
  const rough = (to - from) / 5;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((each) => each * magnitude >= rough) ?? 10) * magnitude;
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;
  return Array.from({ length: count }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}
