/** A dictionary that knows no word, and starts at once. */
process.on('message', (texts: readonly string[]) => {
  process.send?.({ words: texts.map((text) => [{ text, reading: null }]) });
});
process.on('disconnect', () => process.exit());
