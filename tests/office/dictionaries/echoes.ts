/** A dictionary process that starts at once and returns each text as one word without a reading. */
process.on('message', (texts: readonly string[]) => {
  process.send?.({ words: texts.map((text) => [{ text, reading: null }]) });
});
process.on('disconnect', () => process.exit());
