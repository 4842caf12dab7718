/** The exponents between which Python prints a float without one. */
const SMALLEST_PLAIN_EXPONENT = -4;
const LARGEST_PLAIN_EXPONENT = 16;

/** A float as Python prints it: the shortest digits that read back as the same number, always with a point. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0.0';
  const [mantissa = '', exponentText = ''] = value.toExponential().split('e');
  const exponent = Number(exponentText);
  if (exponent < SMALLEST_PLAIN_EXPONENT || exponent >= LARGEST_PLAIN_EXPONENT) {
    return `${mantissa}e${signedTwoDigits(exponent)}`;
  }
  const plain = exponent < 0 ? tinyText(mantissa, exponent) : String(value);
  return plain.includes('.') ? plain : `${plain}.0`;
}

/** An exponent with its sign and at least two digits, as C prints it. */
function signedTwoDigits(exponent: number): string {
  return `${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/** JavaScript changes to exponents at other sizes than Python, so small numbers are written out by hand. */
function tinyText(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace('-', '').replace('.', '');
  return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
}
