/** Ends as soon as it is asked something. */
process.stdin.once('data', () => process.exit(3));
