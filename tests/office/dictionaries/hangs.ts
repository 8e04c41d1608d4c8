/** A dictionary that never answers, and is too busy to notice anything. */
process.on('message', () => {
  for (;;);
});
