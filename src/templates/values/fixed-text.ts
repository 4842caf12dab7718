/** JavaScript's `toFixed` writes at most this many decimals. */
const MOST_DECIMALS = 100;
/** From here on a float is a whole number that `toFixed` would write with an exponent. */
const LARGE = 1e21;

/** A finite float with a number of decimals, rounded exactly, ties to even as in Python. */
export function fixedText(value: number, decimals: number): string {
  if (Math.abs(value) >= LARGE) return withDecimals(String(BigInt(value)), decimals);
  if (decimals > MOST_DECIMALS) return value.toFixed(MOST_DECIMALS) + '0'.repeat(decimals - MOST_DECIMALS);
  const rounded = signed(value, value.toFixed(decimals));
  const isOdd = '13579'.includes(rounded.charAt(rounded.length - 1));
  return isOdd && decimals < MOST_DECIMALS ? (tieRoundedDown(value, decimals) ?? rounded) : rounded;
}

/** A finite float with one digit before the point, `decimals` behind it and an exponent. */
export function exponentText(value: number, decimals: number): string {
  const shown = Math.min(decimals, MOST_DECIMALS);
  const [mantissa = '', exponent = ''] = signed(value, value.toExponential(shown)).split('e');
  const padded = mantissa + '0'.repeat(decimals - shown);
  return `${padded}e${exponent.charAt(0)}${exponent.slice(1).padStart(2, '0')}`;
}

/** A finite float with a number of significant digits, with an exponent when it is very large or small. */
export function generalText(value: number, precision: number, keepZeros: boolean): string {
  const digits = Math.max(1, precision);
  const exponential = exponentText(value, digits - 1);
  const exponent = Number(exponential.slice(exponential.indexOf('e') + 1));
  if (exponent < -4 || exponent >= digits) {
    const [mantissa = '', power = ''] = exponential.split('e');
    return `${keepZeros ? mantissa : withoutZeros(mantissa)}e${power}`;
  }
  const plain = fixedText(value, digits - 1 - exponent);
  return keepZeros ? plain : withoutZeros(plain);
}

/** `toFixed` rounds ties away from zero; the even neighbour of an odd result is the number cut off. */
function tieRoundedDown(value: number, decimals: number): string | undefined {
  const exact = value.toFixed(MOST_DECIMALS);
  const cut = exact.length - MOST_DECIMALS + decimals;
  const tail = exact.slice(cut);
  if (tail.charAt(0) !== '5' || !isZeros(tail.slice(1))) return undefined;
  return signed(value, exact.slice(0, decimals === 0 ? cut - 1 : cut));
}

function isZeros(digits: string): boolean {
  return digits === '0'.repeat(digits.length);
}

function withDecimals(digits: string, decimals: number): string {
  return decimals === 0 ? digits : `${digits}.${'0'.repeat(decimals)}`;
}

/** Python keeps the sign of zero, JavaScript drops it. */
function signed(value: number, shown: string): string {
  return Object.is(value, -0) ? `-${shown}` : shown;
}

function withoutZeros(shown: string): string {
  if (!shown.includes('.')) return shown;
  let end = shown.length;
  while (shown.charAt(end - 1) === '0') end -= 1;
  return shown.slice(0, shown.charAt(end - 1) === '.' ? end - 1 : end);
}
