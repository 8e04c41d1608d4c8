/** Whether somebody asked how a command is used, anywhere in what was typed: it is then told, and nothing is done. */
export const asksForHelp = (args: readonly string[] = process.argv.slice(2)): boolean => {
  const own = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  return own.includes('--help') || own.includes('-h');
};
