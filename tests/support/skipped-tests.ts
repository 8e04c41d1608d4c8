/** The parts of jest's results that are read here. */
interface Results {
  readonly testResults: readonly {
    readonly testResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

/** Names every skipped test at the end of a run, and fails the run where `CI` is set: there nothing may be skipped. */
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
