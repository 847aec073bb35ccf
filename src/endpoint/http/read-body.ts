/** The whole body, or why it cannot be had. */
export type ReadBody = {read: true; bytes: Uint8Array} | {read: false; reason: 'too-large' | 'broken-off'};

/**
 * Reads at most `limit` bytes. What a sender claims about the length decides
 * nothing but an early refusal: a body can be sent in parts of any number.
 */
export async function readBody(request: Request, limit: number): Promise<ReadBody> {
  if (Number(request.headers.get('Content-Length')) > limit) return {read: false, reason: 'too-large'};
  if (!request.body) return {read: true, bytes: new Uint8Array()};

  const reader = request.body.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.byteLength;
      if (length > limit) {
        await reader.cancel();
        return {read: false, reason: 'too-large'};
      }
      parts.push(part.value);
    }
  } catch {
    return {read: false, reason: 'broken-off'};
  }
  return {read: true, bytes: Buffer.concat(parts)};
}
