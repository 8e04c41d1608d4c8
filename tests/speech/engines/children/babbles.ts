/** Answers something that is no answer; ends with its parent. */
process.stdin.on('data', () => process.stdout.write('speech\n'));
