/** Printed sheets. */
export const leaflets = {
  nav: 'Printed sheets',
  about: 'Print the number and the keys on one page of A4 for each language.',
  title: 'Printed sheets',
  news: 'Sheets whose keys or numbers have changed since they were printed: {{count}}.',
  what: 'Made from what callers hear now. The words are those of the telephone; Japanese has its readings.',
  'no-number':
    'The number of the line is not written down yet, so the sheet has a blank for it. When it is known, add it under “Numbers, dates and times” and choose it under “Names and number on the sheets”.',
  sheets: 'A sheet for each language',
  key: 'Key',
  language: 'Language',
  printed: 'Last printed',
  last: '{{when}}, {{who}}',
  never: 'Not printed yet',
  outdated: 'A key or number has changed',
  'outdated-help':
    'A key or number on this sheet has changed since it was printed last. Please take back the sheets that were given out and replace them.',
  one: 'Printed sheet ({{name}})',
  how: 'Print it from the browser; it fits on one page of A4. Then press the button below: you will be told when a key changes later.',
  record: 'Write down that it was printed',
  'write-number': 'write the telephone number here',
  footer: 'Edition {{number}} · {{when}}',
  unknown: 'The edition that callers hear does not have this language.',
  'unknown-title': 'There is no such sheet',
  'to-names': 'Names and number on the sheets',
  names: {
    title: 'Names and number on the sheets',
    about:
      'Names of web sites and contacts, written in each language. Give kanji their readings in Japanese, as {{example}}.',
    number: 'Telephone number of the line',
    'number-help': 'One of the telephone numbers under “Numbers, dates and times”.',
    'no-number': '(none yet)',
    'wrong-number': 'Choose the telephone number again.',
    missing: 'Write the name in this language.',
  },
  done: {
    printed: 'It is written down that the sheet was printed.',
    'names-saved': 'Saved. The sheets change when you publish.',
  },
};
