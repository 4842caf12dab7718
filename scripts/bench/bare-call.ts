/** What a loop of fetch asks, which keeps nothing. */
export interface BareCalls {
  /** Where the chat interface begins. */
  readonly address: string;
  readonly isStream: boolean;
  question(piece: number): string;
}

/** Asks by `fetch` alone. */
export async function bareCall({ address, isStream, question }: BareCalls, piece: number): Promise<void> {
  const response = await fetch(`${address}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer none' },
    body: JSON.stringify({
      model: 'bench-1',
      messages: [{ role: 'user', content: question(piece) }],
      ...(isStream && { stream: true, stream_options: { include_usage: true } }),
    }),
  });
  await response.text();
}
