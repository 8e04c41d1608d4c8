/** The folder that the settings name. */
export const promptsFolder = (): string => process.env.PROMPTS_DIR || 'prompts';
