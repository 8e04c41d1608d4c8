/** A dictionary that ends as soon as it is asked. */
process.on('message', () => process.exit(3));
