import { capabilitiesOf } from '../dialects/capabilities.js';
import type { Migration } from './migration.js';

/** A server says of what it finds by words where it lies, too. */
export const searchPlaces: Migration = {
  number: 11,
  name: 'search-places',

  async up(database) {
    await capabilitiesOf(database).rowSecurity?.apply(database, 11);
  },

  async down(database) {
    await capabilitiesOf(database).rowSecurity?.takeBack(database, 11);
  },

  losses: () => Promise.resolve([]),
};
