/** The first page. */
export const overview = { nav: 'Overview', title: 'Overview', welcome: 'Choose what to do.' };
