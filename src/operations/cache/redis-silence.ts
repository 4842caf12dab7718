import type { Unheard } from '../../cache/redis-link.js';

/**
 * What a Redis did of which nothing was heard, as the end of a sentence. Its own words are not repeated: anybody
 * may stand at that address.
 */
export function redisSilence(why: Unheard): string {
  switch (why) {
    case 'away':
      return 'cannot be reached';
    case 'silent':
      return 'does not answer';
    case 'refused':
      return 'refuses: its password, or what its user may do, is not what this needs';
  }
}
