/** Loaded before the program: its clock goes wrong by DRILL_CLOCK_MS milliseconds. */
const shift = Number(process.env.DRILL_CLOCK_MS ?? 0);
const RightDate = Date;

globalThis.Date = class extends RightDate {
  constructor(...given) {
    if (given.length === 0) super(RightDate.now() + shift);
    else super(...given);
  }

  static now() {
    return RightDate.now() + shift;
  }
};
Object.defineProperty(performance, 'timeOrigin', { value: performance.timeOrigin + shift });
