/** Takes requests and never answers. Ends when its parent ends. */
process.stdin.resume();
