declare module 'jest-light-runner' {
  const runner: unknown;
  export default runner;
}
