// Pages work without this file. It moves the focus to the message that answers a form, so that whoever sent the form goes on
// from there and not from the top of the page, and a screen reader reads the message. A field with an error and a row that
// was added have the focus already, and an address that names a part of the page leads there.
const [page] = performance.getEntriesByType('navigation');
const isAnswer = 'answer' in document.body.dataset;

const answer =
  document.querySelector('main [data-answer]') ??
  // The page of a form that was refused, without a message that is marked.
  (isAnswer
    ? (document.querySelector('main [role=alert]') ?? document.querySelector('main .banner[role=status]'))
    : null) ??
  // Work that a form began in the background: it is shown by the next page, and by that page when it is loaded anew.
  (page?.redirectCount > 0 || page?.type === 'reload' ? document.querySelector('main [data-outcome]') : null);

if (answer && location.hash === '' && !document.querySelector('[autofocus]')) {
  answer.tabIndex = -1;
  answer.focus();
}
