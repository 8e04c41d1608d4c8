/** A dictionary process that exits when it gets a question. */
process.on('message', () => process.exit(3));
