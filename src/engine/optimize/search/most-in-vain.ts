/** After so many proposals in a row that brought nothing, the next ones will not either. */
export const MOST_IN_VAIN = 40;
