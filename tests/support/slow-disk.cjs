// This file is loaded into a server under test before anything else. It makes every write wait when half of the data is
// written, as on a slow disk. So a test can be certain that its signal arrives during a write.
'use strict';
const fs = require('node:fs');
const { write } = fs;
const pause = 400;

fs.write = (file, data, offset, length, position, done) => {
  const half = Math.floor(length / 2);
  write(file, data, offset, half, position, (error) => {
    if (error) return done(error);
    setTimeout(() => write(file, data, offset + half, length - half, position + half, done), pause);
  });
};
