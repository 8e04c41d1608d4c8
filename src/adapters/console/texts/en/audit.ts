/** What was done, and by whom. */
export const audit = {
  nav: 'Audit',
  about: 'See who did what and when.',
  title: 'Audit',
  caption: 'What was done, the latest first',
  when: 'When',
  who: 'Who',
  what: 'What',
  unknown: 'Unknown',
  'command-line': 'Command line',
  'first-start': 'First start',
  'prompts-folder': 'Prompts folder',
  empty: 'Nothing has been written down yet.',
  newest: 'Latest entries',
  older: 'Earlier entries',
  pages: 'Pages of the audit',
  'about-times': 'Times are those of Japan.',
};
