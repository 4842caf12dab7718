import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

/** An answer as the server behind the proxy gave it. */
export interface Passage {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

/** What is done with an answer on its way. */
export type Damage = (answer: Passage, response: ServerResponse) => void;

/** Hands an answer on as it came. */
export const intact: Damage = ({ status, type, body }, response) => {
  response.writeHead(status, { 'content-type': type }).end(body);
};

/** Hands an answer on with its body changed. */
export function changed(change: (body: string) => string): Damage {
  return ({ status, type, body }, response) => {
    response.writeHead(status, { 'content-type': type }).end(change(body.toString()));
  };
}

/** A server in front of another, which damages what comes back and remembers what was sent. */
export class DamagingProxy {
  readonly #server = createServer((incoming, response) => void this.#pass(incoming, response));
  readonly #target: string;
  damage: Damage = intact;
  /** The body of the last request, as it was sent. */
  sent = '';
  url = '';

  constructor(target: string) {
    this.#target = target;
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('The proxy has no port.');
    this.url = `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bytesOf(incoming);
    this.sent = body.toString();
    const { 'transfer-encoding': _, ...headers } = incoming.headers;
    const outgoing = request(
      this.#target + (incoming.url ?? ''),
      { method: 'POST', headers },
      async (answer) => {
        const passage = {
          status: answer.statusCode ?? 0,
          type: answer.headers['content-type'] ?? '',
          body: await bytesOf(answer),
        };
        this.damage(passage, response);
      },
    );
    outgoing.end(body);
  }
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}
