/**
 * The number of the newest migration. It stands apart from the migrations so that opening an up-to-date
 * store does not load them; a test holds the two together.
 */
export const SCHEMA_VERSION = 11;
