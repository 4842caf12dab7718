import { type PoolClient, Query } from 'pg';

/** The connection below a client, as far as COPY goes. */
interface CopyConnection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/**
 * Has the server take in what a COPY statement asks for
 * (https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-COPY). It is one of the driver's own queries,
 * because the driver takes no others where statements go out together.
 *
 * @param statement `copy … from stdin`
 * @param pieces are sent as they are made, so that the server is at work on one while the next is made
 * @throws what the server says against it
 */
export function copyIn(client: PoolClient, statement: string, pieces: Iterable<string>): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyQuery(statement, pieces, (error) => (error ? reject(error) : resolve())));
  });
}

class CopyQuery extends Query {
  readonly #pieces: Iterable<string>;

  constructor(statement: string, pieces: Iterable<string>, whenDone: (error?: Error | null) => void) {
    super(statement, whenDone);
    this.#pieces = pieces;
  }

  /** The driver calls it when the server is ready. */
  handleCopyInResponse(connection: CopyConnection): void {
    for (const piece of this.#pieces) connection.sendCopyFromChunk(Buffer.from(piece));
    connection.endCopyFrom();
  }
}
