/** A dictionary process that never answers, because a question blocks it for ever. */
process.on('message', () => {
  for (;;);
});
