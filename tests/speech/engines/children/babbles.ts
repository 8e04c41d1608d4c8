/** Gives invalid answers. Ends when its parent ends. */
process.stdin.on('data', () => process.stdout.write('speech\n'));
