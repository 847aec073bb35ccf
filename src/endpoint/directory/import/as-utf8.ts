const utf16 = new Map([['fffe', 'utf-16le'], ['feff', 'utf-16be']]);

/** What UTF-16 the first bytes of a file say that it is, or `undefined`. */
export function utf16In(start: Buffer): string | undefined {
  return utf16.get(start.subarray(0, 2).toString('hex'));
}

/** Text as UTF-8. What Excel saves as "Unicode text", and what older PowerShell writes of any answer, is UTF-16. */
export async function* asUtf8(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | undefined;
  let isFirst = true;
  for await (const piece of bytes) {
    const encoding = isFirst ? utf16In(piece) : undefined;
    if (encoding) decoder = new TextDecoder(encoding);
    isFirst = false;
    yield decoder ? Buffer.from(decoder.decode(piece, {stream: true})) : piece;
  }
}
