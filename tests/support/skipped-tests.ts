/** The parts of jest's results that are used here. */
interface Results {
  readonly testResults: readonly {
    readonly testResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

/** Lists all skipped tests at the end of a run. If `CI` is set and a test was skipped, the run fails. */
export default class SkippedTests {
  #skipped: string[] = [];

  onRunComplete(_contexts: unknown, { testResults }: Results): void {
    const all = testResults.flatMap((file) => file.testResults);
    this.#skipped = all.filter(({ status }) => status === 'pending').map(({ title }) => title);
    if (this.#skipped.length > 0) console.error(`Skipped:\n${this.#skipped.map((title) => `- ${title}`).join('\n')}`);
  }

  getLastError(): Error | undefined {
    return process.env.CI && this.#skipped.length > 0 ? new Error('In CI no test may be skipped.') : undefined;
  }
}
