/** The answer of a look-up that found nothing; never seen by a template. */
export const ABSENT: unique symbol = Symbol('absent');
