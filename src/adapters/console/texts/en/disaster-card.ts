/** What to do on the day of a disaster, on one sheet. */
export const disasterCard = {
  link: 'What to do on the day (one sheet of A4, to print)',
  title: 'Disaster day',
  print:
    'Print it with the browser (Ctrl+P) on one sheet of A4, write the telephone numbers in, and keep it at the desk of the officer on duty. Print it again when kinds or places have changed and been published.',
  lead: 'Somebody who has never done it can: go from one number to the next. Never write a password on this sheet.',
  'none-title': 'There is nothing to print',
  none: 'The edition that callers hear has no texts for a disaster notice. Write them and publish; then it can be printed.',
  step: {
    'sign-in': 'Open this address in a browser',
    open: 'Press "{{menu}}" in the menu',
    'fill-in': 'Choose "{{kind}}", tick "{{places}}" and "{{actions}}"',
    confirm: 'Press "{{confirm}}" (nobody hears it yet)',
    'switch-on': 'Press "{{on}}"',
    call: 'Call the line yourself and make sure that you hear it',
    renew: 'Every six hours, open "{{menu}}" and press "{{renew}}"',
    end: 'When it is over, press "{{end}}", and once more on the next page',
  },
  how: {
    'sign-in': 'Write name and password and press "{{signIn}}". "English" at the top right changes the language.',
    open: 'It also says whether a notice is on now.',
    'fill-in':
      'Tick the three most important at most. "{{at}}" holds the time as it is now. "{{until}}" may stay empty.',
    confirm:
      'Read the English and the Japanese: what, where, what to do. Read yellow warnings. If it is wrong: "{{back}}".',
    'switch-on': '"{{done}}" means that callers hear it. Write time and name below.',
    call: 'Number:',
    renew: 'If something has changed, change it under "{{change}}" and do 4 and 5 again.',
    end: 'The line goes back to its ordinary guidance at once. Write time and name below.',
  },
  'number-blank': 'the number of the line',
  'heard-title': 'What callers hear',
  heard: {
    new: 'New calls: first that there is a disaster (in Easy Japanese and English); after the choice of a language, the notice in it.',
    'in-progress': 'Calls in progress: they hear it with the next key.',
    'not-approved':
      'Languages that are not approved: they hear it in Easy Japanese and English. Switch it on all the same.',
    person: 'While it is on, nobody is put through. The ordinary explanations are behind key 1.',
  },
  'log-title': 'Written down',
  log: { on: 'On', renewed: 'Still right', off: 'Off' },
  when: 'Day and time',
  who: 'Name',
  'trouble-title': 'If the page does not open, lets you not in, or says "It could not be saved"',
  technician:
    'Telephone the technician and say what has happened, where, and what people should do, in the words below.',
  'technician-number': 'Telephone',
  'technician-name': 'Name',
  typed: 'What the technician types on the server (it needs no page)',
  repeat: 'Repeat --place and --action for as many as are needed, or leave them out.',
  kind: 'KIND',
  place: 'PLACE',
  action: 'ACTION',
  command: { status: 'how it stands', renew: 'still right', off: 'end it' },
  footer: 'Edition {{number}} · {{when}}',
};
