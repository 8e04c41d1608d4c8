// Pages work without this file. It moves the focus to the message that answers a form. A screen reader then reads the
// message, and staff continue from there and not from the top of the page. The focus is not moved if a field with an
// error or an added row has it already, or if the address names a part of the page.
const [page] = performance.getEntriesByType('navigation');
const isAnswer = 'answer' in document.body.dataset;

const answer =
  document.querySelector('main [data-answer]') ??
  // On the page of a refused form, the message may not be marked.
  (isAnswer
    ? (document.querySelector('main [role=alert]') ?? document.querySelector('main .banner[role=status]'))
    : null) ??
  // A form may begin work in the background. The page after the redirect shows the outcome, at once or when it is
  // reloaded.
  (page?.redirectCount > 0 || page?.type === 'reload' ? document.querySelector('main [data-outcome]') : null);

if (answer && location.hash === '' && !document.querySelector('[autofocus]')) {
  answer.tabIndex = -1;
  answer.focus();
}
