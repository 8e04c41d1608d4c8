import { join, relative } from 'node:path';
import { describe, expect, test } from '#jest';
import { officeSocketPath } from '../../src/common/office-socket.ts';

describe('The address at which the line reaches its office', () => {
  test('is a socket in DATA_DIR', () => {
    expect(officeSocketPath('/srv/data', 'linux')).toBe(join('/srv/data', 'office.sock'));
    expect(officeSocketPath('/srv/data', 'darwin')).toBe(join('/srv/data', 'office.sock'));
  });

  test('is on Windows a named pipe with a name made from the folder', () => {
    const pipe = officeSocketPath('/srv/data', 'win32');
    expect(pipe).toMatch(/^\\\\\.\\pipe\\kotozute-[0-9a-f]{20}$/);
    // Line and office have the same working directory, but may have different spellings of DATA_DIR.
    for (const same of ['/srv/data', '/srv/./data/', '/srv/other/../data', relative(process.cwd(), '/srv/data')]) {
      expect(officeSocketPath(same, 'win32')).toBe(pipe);
    }
    expect(officeSocketPath('/srv/other', 'win32')).not.toBe(pipe);
  });
});
