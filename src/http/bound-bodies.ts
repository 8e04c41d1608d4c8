/** Requests whose bodies are on their way at one moment; Twilio's take no time, so that calls come nowhere near. */
export const mostBodies = 1000;

/** As much as must be known of a request. */
interface Incoming {
  readonly headers: { readonly 'content-length'?: string; readonly 'transfer-encoding'?: string };
  readonly socket: { destroy(): unknown };
  /** `close` comes when a body has been read to its end, and when its sender went away. */
  on(event: 'close', listener: () => void): this;
}

/**
 * Bounds what bodies on their way may hold in memory. When there are too many, the one that has been on its way for longest
 * is cut off: whoever fills the line with bodies that never end loses those, and a webhook, which is there at once, gets in.
 * @returns to be called with every request before its body is read
 */
export function boundBodies(most: number = mostBodies): (request: Incoming) => void {
  const underWay = new Set<Incoming>();
  return (request) => {
    const { 'content-length': length = '0', 'transfer-encoding': encoding } = request.headers;
    if (length === '0' && encoding === undefined) return;
    const [oldest] = underWay;
    if (oldest && underWay.size >= most) {
      underWay.delete(oldest);
      oldest.socket.destroy();
    }
    underWay.add(request);
    request.on('close', () => void underWay.delete(request));
  };
}
