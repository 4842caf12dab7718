import { describe, expect, it } from 'vitest';
import { loadDbos } from './load-dbos.js';

const notThere = () =>
  Promise.reject(
    Object.assign(new Error("Cannot find package '@dbos-inc/dbos-sdk'"), { code: 'ERR_MODULE_NOT_FOUND' }),
  );

describe('what hands out work', () => {
  it('is loaded from beside the program', async () => {
    expect(await loadDbos()).toHaveProperty('DBOSClient');
  });

  it('is missed with the command that installs it', async () => {
    const missing = loadDbos(notThere);
    await expect(missing).rejects.toMatchObject({ code: 'ENGINE_MISSING', kind: 'failed' });
    await expect(missing).rejects.toHaveProperty(
      'remedy.hint',
      expect.stringContaining('npm install --global @dbos-inc/dbos-sdk@5'),
    );
  });

  it('tells its own faults as they are', async () => {
    const broken = () => Promise.reject(new Error('its own file is damaged'));
    await expect(loadDbos(broken)).rejects.toThrow('its own file is damaged');
  });
});
