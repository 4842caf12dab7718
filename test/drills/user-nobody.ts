/** Whom commands run as where a drill is run by root, whom no permission stops. */
export const NOBODY = 65534;
