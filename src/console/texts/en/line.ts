/** What the forms of the line have in common. */
export const line = {
  save: 'Save',
  'not-saved': 'Nothing was saved; what you typed is still below: correct what is marked in red.',
  conflict:
    '{{who}} saved settings of this line before you, on {{when}}; what you typed is still below: look at how things stand now and save again.',
  now: 'The value that is kept now: {{value}}',
  wrong: 'This could not be saved: the value of “{{where}}” is not right ({{message}}).',
  'until-published': 'What callers hear changes only when it is published.',
  back: 'Back to the list',
  remove: 'Remove',
  up: 'Up',
  down: 'Down',
  done: { unchanged: 'Nothing has changed, so there was nothing to save.' },
  keys: {
    title: 'Printed keys would change',
    about: 'Keys on leaflets that were handed out would change as follows; they have to be printed anew.',
    gone: 'Key {{key}} would no longer lead to “{{before}}”.',
    moved: 'Key {{key}} would lead to “{{after}}” instead of “{{before}}”.',
    agree: 'I know that printed keys will change',
    needed: 'Look at the keys that change and tick the box.',
  },
};
