/** Exits on its first request. */
process.stdin.once('data', () => process.exit(3));
