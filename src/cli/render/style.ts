/** Puts a look on a text; the text itself stays as it is. */
export type Paint = (text: string) => string;

const looks = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
  cyan: [36, 39],
} as const;

export type Look = keyof typeof looks;
export type Style = Readonly<Record<Look, Paint>>;

/**
 * The looks of a stream: each paints when colour is on there, and leaves the text alone when it is off.
 *
 * @example styleFor(streams.stderr).red('failed')
 */
export function styleFor(stream: { readonly colour: boolean }): Style {
  return stream.colour ? painted : plain;
}

const painted = styleOf(
  ([open, close]) =>
    (text) =>
      text === '' ? '' : `\u001b[${open}m${text}\u001b[${close}m`,
);
const plain = styleOf(() => (text) => text);

function styleOf(paintOf: (codes: readonly [open: number, close: number]) => Paint): Style {
  return {
    bold: paintOf(looks.bold),
    dim: paintOf(looks.dim),
    red: paintOf(looks.red),
    green: paintOf(looks.green),
    yellow: paintOf(looks.yellow),
    blue: paintOf(looks.blue),
    magenta: paintOf(looks.magenta),
    cyan: paintOf(looks.cyan),
  };
}
