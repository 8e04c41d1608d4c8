/** Gives invalid answers; ends with its parent. */
process.stdin.on('data', () => process.stdout.write('speech\n'));
