import { createServer, type RequestListener, type Server } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, deflate, gzip } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Posted, post } from './post.js';

const TEXT = 'Yes, it is green. 🟢 '.repeat(500);

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A server's address. */
async function serving(answer: RequestListener): Promise<URL> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return new URL(`http://127.0.0.1:${address.port}/v1/chat?a=b`);
}

function asked(url: URL, given: Partial<Posted> = {}): Promise<Response> {
  return post(url, {
    method: 'POST',
    headers: new Headers({ 'content-type': 'application/json', 'user-agent': 'test' }),
    body: '{"a":"ä"}',
    signal: new AbortController().signal,
    onPiece: () => {},
    ...given,
  });
}

describe('what is asked', () => {
  it('goes out as it is given, with its length, and asks for an answer that is not packed', async () => {
    let seen: unknown;
    const url = await serving((request, response) => {
      const { method, url: path, headers } = request;
      request.setEncoding('utf8').on('data', (body) => {
        seen = { method, path, headers, body };
        response.end();
      });
    });
    await (await asked(url)).text();
    expect(seen).toMatchObject({
      method: 'POST',
      path: '/v1/chat?a=b',
      body: '{"a":"ä"}',
      headers: {
        'content-type': 'application/json',
        'content-length': '10',
        'user-agent': 'test',
        'accept-encoding': 'identity',
      },
    });
  });

  it('goes along the same connection, one after the other', async () => {
    const ports = new Set<number | undefined>();
    const url = await serving((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('ok');
    });
    for (let round = 0; round < 3; round++) await (await asked(url)).text();
    expect(ports.size).toBe(1);
  });

  it('goes nowhere else', async () => {
    const url = await serving((_, response) =>
      response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
    );
    expect(await asked(url)).toMatchObject({ status: 307, ok: false });
  });
});

describe('an answer', () => {
  it('comes with its head and its body, which is told piece by piece', async () => {
    const url = await serving((_, response) => {
      response.writeHead(418, 'A pot', { 'x-request-id': 'r1', 'set-cookie': ['a=1', 'b=2'] });
      response.write(TEXT);
      response.end(TEXT);
    });
    const pieces: Uint8Array[] = [];
    const answer = await asked(url, { onPiece: (piece) => void pieces.push(piece) });
    expect(answer).toMatchObject({ status: 418, statusText: 'A pot' });
    expect(answer.headers.get('x-request-id')).toBe('r1');
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(await answer.text()).toBe(TEXT + TEXT);
    expect(Buffer.concat(pieces).toString()).toBe(TEXT + TEXT);
  });

  it.each([
    ['gzip', promisify(gzip)],
    ['deflate', promisify(deflate)],
    ['br', promisify(brotliCompress)],
  ] as const)('is unpacked that comes as %s all the same', async (encoding, pack) => {
    const packed = await pack(TEXT);
    const url = await serving((_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(packed),
    );
    expect(await (await asked(url)).text()).toBe(TEXT);
  });

  it('fails that is packed wrongly', async () => {
    const url = await serving((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'),
    );
    await expect((await asked(url)).text()).rejects.toMatchObject({ message: 'terminated' });
  });

  it('may have no body', async () => {
    const url = await serving((_, response) => response.writeHead(204).end());
    const answer = await asked(url, { method: 'GET', body: null });
    expect([answer.status, answer.body]).toEqual([204, null]);
  });

  it('comes no faster than it is read', async () => {
    const piece = Buffer.alloc(65_536);
    let sent = 0;
    const url = await serving((_, response) => {
      const send = () => {
        while (sent < 500 && response.write(piece)) sent++;
        if (sent < 500) sent++;
        else response.end();
      };
      response.on('drain', send);
      send();
    });
    const answer = await asked(url);
    await expect.poll(() => sent).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    // What the connection holds on its way.
    expect(sent).toBeLessThan(300);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(30_000_000);
  });
});

describe('a connection', () => {
  it('that cannot be made fails as with fetch', async () => {
    const url = await serving(() => {});
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
    await expect(asked(url)).rejects.toMatchObject({
      name: 'TypeError',
      message: 'fetch failed',
      cause: { code: 'ECONNREFUSED' },
    });
  });

  it('that breaks before the answer fails as with fetch', async () => {
    const url = await serving((request) => request.socket.destroy());
    await expect(asked(url)).rejects.toMatchObject({
      message: 'fetch failed',
      cause: { code: 'ECONNRESET' },
    });
  });

  it('that breaks in its midst fails as with fetch', async () => {
    const url = await serving((request, response) => {
      response.writeHead(200, { 'content-length': 1000 }).write('so far');
      setTimeout(() => request.socket.destroy(), 20);
    });
    await expect((await asked(url)).text()).rejects.toMatchObject({
      message: 'terminated',
      cause: { code: 'ECONNRESET' },
    });
  });
});

describe('ending it', () => {
  const reason = new Error('enough');

  it('before it was sent sends nothing', async () => {
    await expect(asked(new URL('http://127.0.0.1:1'), { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
  });

  it('before the answer lets go of the connection', async () => {
    const ending = new AbortController();
    const gone = vi.fn();
    const url = await serving((request) => {
      request.socket.on('close', gone);
      ending.abort(reason);
    });
    await expect(asked(url, { signal: ending.signal })).rejects.toBe(reason);
    await expect.poll(() => gone).toHaveBeenCalled();
  });

  it('in the midst of an answer fails its body with the reason, and lets go of the connection', async () => {
    const ending = new AbortController();
    const gone = vi.fn();
    const url = await serving((request, response) => {
      request.socket.on('close', gone);
      response.write('so far');
    });
    const answer = await asked(url, { signal: ending.signal, onPiece: () => ending.abort(reason) });
    await expect(answer.text()).rejects.toBe(reason);
    await expect.poll(() => gone).toHaveBeenCalled();
  });

  it('when all of it has come already is no fault of the connection', async () => {
    const ending = new AbortController();
    const url = await serving((_, response) => response.end('Yes.'));
    const answer = await asked(url, { signal: ending.signal });
    await new Promise((resolve) => setTimeout(resolve, 20));
    ending.abort(reason);
    expect(await answer.text()).toBe('Yes.');
    expect(await (await asked(url)).text()).toBe('Yes.');
  });

  it('by whoever reads it, too, lets go of the connection', async () => {
    const gone = vi.fn();
    const url = await serving((request, response) => {
      request.socket.on('close', gone);
      response.write('so far');
    });
    await (await asked(url)).body?.cancel();
    await expect.poll(() => gone).toHaveBeenCalled();
  });
});
