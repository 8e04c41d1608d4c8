/**
 * A WAV file with one more chunk behind what is there. Players pass over chunks they do not know.
 * @param name four characters
 * @param content of even length
 */
export function appendChunk(wav: Uint8Array, name: string, content: Uint8Array): Uint8Array {
  const longer = new Uint8Array(wav.length + 8 + content.length);
  longer.set(wav);
  longer.set(Buffer.from(name, 'latin1'), wav.length);
  longer.set(content, wav.length + 8);
  const view = new DataView(longer.buffer);
  view.setUint32(wav.length + 4, content.length, true);
  view.setUint32(4, longer.length - 8, true);
  return longer;
}
