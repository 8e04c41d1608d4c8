import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';

/** As many pages long as it takes (ECMA-376, CT_PageSetup). */
const pages = 'fitToWidth="1" fitToHeight="0"';

/** Lets every sheet be printed on pages that hold all its columns, which the writer of workbooks cannot do by itself. */
export const fitToWidth: Feature<Stream | Buffer | Blob> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          xml
            .replace(/<worksheet\b[^>]*>/, (start) => `${start}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
            .replace('<pageSetup ', `<pageSetup ${pages} `),
      },
    },
  },
};
