import { expect, inject, it } from 'vitest';
import { openStoreAsItIs } from '../../src/store/open-store.js';
import { endConnectionsOf } from '../fixtures/own-server.js';
import { brokenDrill } from './broken-connections.js';

const server = inject('server');

it.runIf(server !== null)(
  'what was confirmed while connections broke is there, and nothing else that nobody was told of',
  async () => {
    const mark = `drill-${process.pid}`;
    const address = new URL(server ?? '');
    const control = await openStoreAsItIs(address.href);
    address.searchParams.set('application_name', mark);
    try {
      const { confirmed, disturbances, faults } = await brokenDrill({
        server: address.href,
        seconds: 2,
        apps: 3,
        lanes: 0,
        disturb: () => endConnectionsOf(control, mark),
        pauseMs: 200,
      });
      expect(faults).toEqual([]);
      expect(confirmed).toBeGreaterThan(0);
      expect(disturbances).toBeGreaterThan(0);
    } finally {
      await control.close();
    }
  },
);
