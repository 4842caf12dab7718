/** A repository all of whose methods are waited for. */
type Waited<Repository> = {
  readonly [Method in keyof Repository]: (...given: never[]) => Promise<unknown>;
};

/**
 * A repository whose code is loaded when something is first asked of it: a list of sessions does not wait for what
 * batches and workflows need.
 *
 * @param load is called once, whoever asks
 * @example const batches = onDemand(async () => new (await import('./batch-store.js')).BatchStore(database));
 */
export function onDemand<Repository extends Waited<Repository>>(load: () => Promise<Repository>): Repository {
  let loaded: Promise<Repository> | undefined;
  return new Proxy<Repository>(Object.create(null), {
    get(_, name) {
      // What has a method of this name is taken for a promise by whoever awaits it.
      if (name === 'then' || typeof name === 'symbol') return undefined;
      return async (...given: unknown[]) => {
        loaded ??= load();
        const repository = await loaded;
        return Reflect.apply(Reflect.get(repository, name), repository, given);
      };
    },
  });
}
