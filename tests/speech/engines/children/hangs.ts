/** Takes requests and never answers; ends with its parent. */
process.stdin.resume();
