/** A form that was sent after the session had ended. */
export const kept = {
  title: 'Your unsaved text is still here',
  'at-sign-in': 'Your session has ended; what you typed is still here, and after signing in you can send it.',
  text: 'What you typed has not been saved yet; the button below sends it.',
  send: 'Send this text',
  'send-again': 'Send this again',
  copy: 'Copy what you need before you go back.',
  remembered: 'What you typed is kept in this browser. It appears again when you go back to the page before.',
  restored: 'What you typed before is in the form again. It may not have been saved: look it over, and send it.',
  look: 'Show what you typed',
  leave: 'Do not send it and go to the overview',
};
