/** Whether an argument before `--` asks for help. The command then prints its help and does nothing else. */
export const asksForHelp = (args: readonly string[] = process.argv.slice(2)): boolean => {
  const own = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  return own.includes('--help') || own.includes('-h');
};

/** The prompts folder of the settings. */
export const promptsFolder = (): string => process.env.PROMPTS_DIR || 'prompts';
