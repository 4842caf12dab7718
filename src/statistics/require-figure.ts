import { StatisticsInputError } from './errors.js';

/**
 * @param what names the figure in the error: `the confidence level`
 * @throws {StatisticsInputError} unless 0 < value < 1
 */
export function requireBetween0And1(what: string, value: number): void {
  if (!(value > 0 && value < 1)) throw new StatisticsInputError(`${what} has to be between 0 and 1`, value);
}

/** @throws {StatisticsInputError} unless 0 ≤ value ≤ 1 */
export function requireProbability(what: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw new StatisticsInputError(`${what} has to be from 0 to 1`, value);
}

/** @throws {StatisticsInputError} unless value > 0 and finite */
export function requirePositive(what: string, value: number): void {
  if (!(value > 0 && Number.isFinite(value)))
    throw new StatisticsInputError(`${what} has to be a positive number`, value);
}

/** @throws {StatisticsInputError} unless value is a whole number and at least `least` */
export function requireCount(what: string, value: number, least = 0): void {
  if (!(Number.isSafeInteger(value) && value >= least))
    throw new StatisticsInputError(`${what} has to be a whole number from ${least} on`, value);
}

/** @throws {StatisticsInputError} unless value is a number, and neither infinite nor NaN */
export function requireFinite(what: string, value: number): void {
  if (!Number.isFinite(value)) throw new StatisticsInputError(`${what} has to be a number`, value);
}

/** @throws {StatisticsInputError} unless −1 < correlation < 1 */
export function requireCorrelation(correlation: number): void {
  if (!(correlation > -1 && correlation < 1))
    throw new StatisticsInputError('a correlation has to be between −1 and 1', correlation);
}

/** @throws {StatisticsInputError} unless value is 0 or 1 */
export function requireOutcome(value: number): void {
  if (value !== 0 && value !== 1) throw new StatisticsInputError('an outcome has to be 0 or 1', value);
}
